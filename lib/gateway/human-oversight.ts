import {
  Aws,
  aws_cloudwatch as cloudwatch,
  aws_cloudwatch_actions as actions,
  aws_iam as iam,
  aws_logs as logs,
  aws_stepfunctions as sfn,
  Duration,
  RemovalPolicy,
  Stack,
  Tags,
  type aws_kms as kms,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { GATEWAY_VARIABLES } from '../contract/environment-variables';
import { TAGS } from '../contract/tags';
import { ConfigurationError } from '../errors';
import type { GatewayBodies } from './gateway-bodies';
import { oversightDefinition } from './oversight-definition';
import { oversightStatements } from './oversight-permissions';

/** Minutes for which an answer may wait. The state of the gateway is kept for 35 days. */
export const APPROVAL_MINUTES = { lowest: 1, highest: 30 * 24 * 60 } as const;

export interface HumanOversightProps {
  /** Of the state machine: 1 to 80 letters, digits, `-` and `_`. Policies of endpoints name it. */
  readonly stateMachineName: string;
  /** Where the gateway keeps its state, and tokens are left for it. */
  readonly bodies: GatewayBodies;
  /** Encrypts definition and history. Its policy must let state machines use it, as that of `ServiceKeys.data` does. */
  readonly encryptionKey: kms.IKey;
  /** Encrypts the log group; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  /**
   * Told of each answer that waits, by use case, request and time. The attributes `event` (`approval-waits`) and `useCase` are for
   * filter policies of subscribers. A customer-managed key must be known to the topic, as `masterKey` or `keyArn`.
   */
  readonly approversTopic: sns.ITopic;
  /** Told of answers on which nobody decided in time (`event`: `approval-expired`), and of executions that failed. */
  readonly alarmTopic: sns.ITopic;
  /**
   * For how long an answer waits: whole minutes, 1 minute to 30 days.
   * @default Duration.days(1)
   */
  readonly approvalTime?: Duration;
}

const NAME = /^[\w-]{1,80}$/u;
const LOG: DataClass = 'LOG';
/** Seconds for all that is not waiting: retries of messages and of the token. */
const MARGIN_SECONDS = 3_600;
const TROUBLES = {
  ExecutionsFailed: 'people were not told, or their decision was not heard',
  ExecutionsTimedOut: 'an answer waited longer than it may',
  ExecutionsAborted: 'somebody ended the wait for a decision',
} as const;

/**
 * Tells people of answers that wait for a second person, and waits beside: a Step Functions standard execution an answer, with
 * a task token that is left in the bucket of the gateway. Step Functions, its log and both topics learn ids and times: no answer,
 * subject or caller. It decides nothing: a decision is one of the gateway's store and ledger, and stands without it.
 * No dead-letter queue, no trace. Supports 45 CFR 164.308(a)(4)(ii)(B), 164.308(a)(6)(ii) and 164.312(b).
 * @throws ConfigurationError `StateMachineName` that is none; `ApprovalTime` out of range
 */
export class HumanOversight extends Construct {
  readonly stateMachine: sfn.CfnStateMachine;
  readonly logGroup: logs.LogGroup;
  /** What the gateway finds in its environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly #arn: string;

  constructor(scope: Construct, id: string, props: HumanOversightProps) {
    super(scope, id);
    const { stateMachineName, bodies, encryptionKey, approversTopic, alarmTopic } = props;
    const seconds = this.#checked(stateMachineName, props.approvalTime ?? Duration.days(1));
    // written out, so that role and policies can name the machine that needs them
    this.#arn = `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:${stateMachineName}`;
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('states.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          // the pattern of the developer guide, "Cross-service confused deputy prevention"
          ArnLike: {
            'aws:SourceArn': `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:*`,
          },
        },
      }),
    });
    const permissions = new iam.ManagedPolicy(this, 'Permissions', {
      roles: [role],
      statements: oversightStatements({
        stateMachineArn: this.#arn,
        encryptionKey,
        bucket: bodies.bucket,
        bucketKey: bodies.encryptionKey,
        topics: [approversTopic, alarmTopic],
      }),
    });
    this.logGroup = new logs.LogGroup(this, 'LogGroup', {
      encryptionKey: props.logKey,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.stateMachine = new sfn.CfnStateMachine(this, 'Resource', {
      stateMachineName,
      stateMachineType: 'STANDARD',
      roleArn: role.roleArn,
      definitionString: Stack.of(this).toJsonString(
        oversightDefinition({
          partition: Aws.PARTITION,
          bucketName: bodies.bucket.bucketName,
          approversTopicArn: approversTopic.topicArn,
          alarmTopicArn: alarmTopic.topicArn,
          mostSeconds: seconds + MARGIN_SECONDS,
        }),
      ),
      encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: encryptionKey.keyArn },
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: this.logGroup.logGroupArn } }],
      },
    });
    this.stateMachine.node.addDependency(permissions);
    for (const each of [this.logGroup, this.stateMachine])
      Tags.of(each).add(TAGS.dataClass, LOG, { priority: 200 });
    this.variables = {
      [GATEWAY_VARIABLES.approvalMachineArn]: this.stateMachine.attrArn,
      [GATEWAY_VARIABLES.approvalSeconds]: String(seconds),
    };
    for (const [metricName, meaning] of Object.entries(TROUBLES)) this.#ring(metricName, meaning, alarmTopic);
  }

  /**
   * Lets a role have answers wait, and tell of decisions. Tokens it reads with what `GatewayBodies` lets the gateway read.
   * That a token's state machine is its resource is what AWS's SAM policy `StepFunctionsCallbackPolicy` says.
   */
  grantDecide(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({
      grantee,
      actions: ['states:SendTaskSuccess', 'states:StartExecution'],
      resourceArns: [this.#arn],
    }).assertSuccess();
  }

  #ring(metricName: string, meaning: string, alarmTopic: sns.ITopic): void {
    const alarm = new cloudwatch.Alarm(this, metricName, {
      metric: new cloudwatch.Metric({
        namespace: 'AWS/States',
        metricName,
        dimensionsMap: { StateMachineArn: this.stateMachine.attrArn },
        statistic: 'Sum',
        period: Duration.minutes(5),
      }),
      alarmDescription: `${this.node.path}: ${meaning}`,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    const action = new actions.SnsAction(alarmTopic);
    alarm.addAlarmAction(action);
    alarm.addInsufficientDataAction(action);
  }

  /** @returns seconds */
  #checked(stateMachineName: string, approvalTime: Duration): number {
    if (!NAME.test(stateMachineName))
      throw new ConfigurationError(
        this,
        'StateMachineName',
        `stateMachineName is '${stateMachineName}'; give 1 to 80 letters, digits, - and _`,
      );
    const minutes = approvalTime.toMinutes({ integral: false });
    const { lowest, highest } = APPROVAL_MINUTES;
    if (!Number.isInteger(minutes) || minutes < lowest || minutes > highest)
      throw new ConfigurationError(
        this,
        'ApprovalTime',
        `approvalTime is ${minutes} minutes; give whole minutes from ${lowest} to ${highest}`,
      );
    return approvalTime.toSeconds();
  }
}
