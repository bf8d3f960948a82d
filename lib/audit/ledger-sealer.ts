import {
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_events as events,
  aws_events_targets as targets,
  aws_iam as iam,
  Duration,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LEDGER_METRICS, LEDGER_NAMESPACE, LEDGER_VARIABLES } from '../contract/ledger';
import { PhiFunction, type PhiFunctionPlace } from '../phi-function';
import type { LedgerSigner } from './ledger-signer';
import type { LockedBucket } from './locked-bucket';
import { viaService } from './via-service';

/** Minutes between two runs: until then a tail that somebody cut off is vouched for by nobody. */
const EVERY = Duration.minutes(5);

export interface LedgerSealerProps extends PhiFunctionPlace {
  readonly lockedBucket: LockedBucket;
  readonly bucketKey: kms.IKey;
  readonly signer: LedgerSigner;
}

/**
 * Closes what writers left open when they died, and writes a signed checkpoint of all of them, every five minutes. A topic is told when a
 * chain does not hold, and when there was no checkpoint for a quarter of an hour.
 */
export class LedgerSealer extends PhiFunction {
  constructor(scope: Construct, id: string, props: LedgerSealerProps) {
    const { lockedBucket, bucketKey, signer, ...place } = props;
    const { bucket } = lockedBucket;
    super(scope, id, {
      ...place,
      bundle: 'ledger-sealer',
      description: 'Closes segments of the ledger and writes checkpoints',
      memoryMiB: 512,
      timeout: Duration.minutes(5),
      statements: [
        new iam.PolicyStatement({
          sid: 'ListTheLedger',
          actions: ['s3:ListBucket'],
          resources: [bucket.bucketArn],
        }),
        new iam.PolicyStatement({
          sid: 'ReadAndAddToTheLedger',
          actions: ['s3:GetObject', 's3:PutObject'],
          resources: [bucket.arnForObjects('*')],
        }),
        new iam.PolicyStatement({
          sid: 'UseTheKeyOfTheBucket',
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [bucketKey.keyArn],
          conditions: { StringEquals: viaService('s3') },
        }),
      ],
      environment: {
        [LEDGER_VARIABLES.bucket]: bucket.bucketName,
        [LEDGER_VARIABLES.signingKeyArn]: signer.keyArn,
      },
    });
    signer.grantSign(this.permissions).assertSuccess();
    new events.Rule(this, 'Schedule', {
      description: 'Seals the ledger',
      schedule: events.Schedule.rate(EVERY),
      targets: [
        // the next run comes anyway
        new targets.LambdaFunction(this.function, { retryAttempts: 1, maxEventAge: Duration.minutes(2) }),
      ],
    });
    if (!props.alarmTopic) return;
    const action = new actions.SnsAction(props.alarmTopic);
    for (const alarm of [this.#broken(), this.#silent()]) {
      alarm.addAlarmAction(action);
      alarm.addInsufficientDataAction(action);
    }
  }

  #broken(): cloudwatch.Alarm {
    return new cloudwatch.Alarm(this, 'Broken', {
      metric: metric(LEDGER_METRICS.broken, 'Maximum', EVERY),
      alarmDescription: `${this.node.path}: a chain of the ledger does not hold`,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
  }

  #silent(): cloudwatch.Alarm {
    return new cloudwatch.Alarm(this, 'Silent', {
      metric: metric(LEDGER_METRICS.checkpoints, 'Sum', Duration.minutes(15)),
      alarmDescription: `${this.node.path}: nobody wrote a checkpoint of the ledger for a quarter of an hour`,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.BREACHING,
    });
  }
}

function metric(metricName: string, statistic: string, period: Duration): cloudwatch.Metric {
  return new cloudwatch.Metric({ namespace: LEDGER_NAMESPACE, metricName, statistic, period });
}
