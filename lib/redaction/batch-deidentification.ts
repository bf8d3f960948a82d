import {
  Aws,
  aws_cloudwatch as cloudwatch,
  aws_iam as iam,
  aws_logs as logs,
  aws_stepfunctions as sfn,
  Duration,
  RemovalPolicy,
  Stack,
  Tags,
  type aws_s3 as s3,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';
import { ConfigurationError } from '../errors';
import { batchDefinition, type BatchItems } from './batch-definition';
import { batchStatements, mapRunStatements } from './batch-permissions';
import { objectFlowStatements } from './object-permissions';
import type { ObjectRedactionHook } from './object-redaction-hook';
import { objectRedactionEnvironment } from './object-redaction-settings';
import { PhiBucket, type AccessLogs } from './phi-bucket';
import { PhiFunction, type PhiFunctionPlace } from '../phi-function';

/** Children at once; Step Functions ends at 10 000. */
export const BATCH_CONCURRENCY = { lowest: 1, highest: 10_000, usual: 100 } as const;

export interface BatchDeidentificationProps extends PhiFunctionPlace {
  /** Told of failures, of batches that failed, and of functions in trouble. */
  readonly alarmTopic: sns.ITopic;
  /** Whose objects are redacted: what was there before the hook, by the same rules and into the same buckets. */
  readonly hook: ObjectRedactionHook;
  readonly accessLogs: AccessLogs;
  /** Where a batch finds the names of its objects. */
  readonly items: BatchItems;
  /**
   * Objects at once: 1 to 10 000. More than the function may run are throttled, and fail in the end.
   * @default - `reservedConcurrency`, 100 without one
   */
  readonly maxConcurrency?: number;
  /**
   * Per cent of the objects that may fail, quarantined ones included, before the batch stops: 0 to 100.
   * @default 5
   */
  readonly toleratedFailurePercentage?: number;
}

const TIMEOUT = Duration.minutes(4);
const PHI: DataClass = 'PHI';

/**
 * Redacts the objects of a prefix or a manifest: a Step Functions Distributed Map calls one function an object, and writes
 * for each what became of it. Objects that were copied in that version are passed over, so a batch that stopped may be
 * started or redriven again. The history is encrypted under the key and never logged. Names of objects are PHI, and files
 * of failures hold them: the results bucket is a store of PHI.
 * Copies are redacted, not de-identified in law (see `DeidentificationRecord`).
 * @throws ConfigurationError `MaxConcurrency`, `ToleratedFailurePercentage` out of range
 */
export class BatchDeidentification extends Construct {
  readonly stateMachine: sfn.CfnStateMachine;
  /** `results/` of batches, and `manifests/` to start them with. */
  readonly results: s3.Bucket;
  readonly task: PhiFunction;

  constructor(scope: Construct, id: string, props: BatchDeidentificationProps) {
    super(scope, id);
    const maxConcurrency = props.maxConcurrency ?? props.reservedConcurrency ?? BATCH_CONCURRENCY.usual;
    const toleratedFailurePercentage = props.toleratedFailurePercentage ?? 5;
    this.#check('MaxConcurrency', maxConcurrency, BATCH_CONCURRENCY.lowest, BATCH_CONCURRENCY.highest);
    this.#check('ToleratedFailurePercentage', toleratedFailurePercentage, 0, 100);
    const { flow, maxObjectBytes } = props.hook;
    const { encryptionKey } = props;
    this.results = new PhiBucket(this, 'Results', { ...props, dataClass: 'PHI' }).bucket;
    this.task = new PhiFunction(this, 'Function', {
      ...props,
      bundle: 'batch-redaction',
      description: 'Copies one object of a batch without its identifiers',
      memoryMiB: 2048,
      // an express child ends after five minutes
      timeout: TIMEOUT,
      statements: objectFlowStatements(flow),
      environment: objectRedactionEnvironment(flow, maxObjectBytes),
    });
    const { functionArn } = this.task.function;
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    const permissions = new iam.ManagedPolicy(this, 'Permissions', {
      roles: [role],
      statements: batchStatements({
        items: props.items,
        source: flow.source,
        results: { bucket: this.results, encryptionKey },
        functionArn,
      }),
    });
    const logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey: props.logKey,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.stateMachine = new sfn.CfnStateMachine(this, 'Resource', {
      stateMachineType: 'STANDARD',
      roleArn: role.roleArn,
      definitionString: Stack.of(this).toJsonString(
        batchDefinition({
          items: props.items,
          partition: Aws.PARTITION,
          sourceBucket: flow.source.bucket.bucketName,
          resultsBucket: this.results.bucketName,
          functionArn,
          maxConcurrency,
          toleratedFailurePercentage,
        }),
      ),
      encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: encryptionKey.keyArn },
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: logGroup.logGroupArn } }],
      },
    });
    this.stateMachine.node.addDependency(permissions);
    Tags.of(this.stateMachine).add(TAGS.dataClass, PHI, { priority: 200 });
    // names the state machine, which names the role: a policy of its own breaks the circle
    new iam.ManagedPolicy(this, 'MapRunPermissions', {
      roles: [role],
      statements: mapRunStatements({
        stateMachineArn: this.stateMachine.attrArn,
        stateMachineName: this.stateMachine.attrName,
        keyArn: encryptionKey.keyArn,
      }),
    });
    this.task.alarms?.watch(
      'BatchFailed',
      new cloudwatch.Metric({
        namespace: 'AWS/States',
        metricName: 'ExecutionsFailed',
        dimensionsMap: { StateMachineArn: this.stateMachine.attrArn },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      'a batch failed',
    );
  }

  #check(code: string, given: number, lowest: number, highest: number): void {
    if (Number.isInteger(given) && given >= lowest && given <= highest) return;
    const name = code.slice(0, 1).toLowerCase() + code.slice(1);
    throw new ConfigurationError(
      this,
      code,
      `${name} is ${given}; give a whole number from ${lowest} to ${highest}`,
    );
  }
}
