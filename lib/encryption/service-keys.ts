import { Aws, aws_iam as iam, type Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DirectUse } from './key-policy';
import { LOG_DELIVERIES } from '../state-machine-statements';
import { ServiceKey } from './service-key';

export interface ServiceKeysProps {
  /** Name of the CloudTrail trail that writes under the audit key. */
  readonly trailName: string;
  /**
   * ARN patterns of further key administrators.
   * @default - the stack's CloudFormation role and the account's root user
   */
  readonly administrators?: readonly string[];
  /**
   * How often key material changes: 90 to 365 days.
   * @default Duration.days(365)
   */
  readonly rotationPeriod?: Duration;
}

/**
 * One customer-managed key for each purpose, so that who may read logs cannot read data, and neither can touch the
 * audit record. Supports 45 CFR 164.312(a)(2)(iv).
 */
export class ServiceKeys extends Construct {
  /** PHI: function environments, guardrails, stores, queues, delivery streams, state machines. */
  readonly data: ServiceKey;
  /** What was asked of models and what they answered, in the log of invocations; `InvocationLogging` lets its writers in. */
  readonly prompts: ServiceKey;
  /** CloudWatch log groups. */
  readonly logs: ServiceKey;
  /** The audit trail and its locked bucket. */
  readonly audit: ServiceKey;
  /** The topic of alarms; `AlarmTopic` lets CloudWatch use it. */
  readonly alarms: ServiceKey;

  constructor(scope: Construct, id: string, props: ServiceKeysProps) {
    super(scope, id);
    const { trailName, ...shared } = props;
    this.data = new ServiceKey(this, 'Data', {
      ...shared,
      description: 'PHI: function environments, guardrails and stores',
      services: ['bedrock', 'dynamodb', 'firehose', 'lambda', 's3', 'secretsmanager', 'sqs', 'states'],
      directUses: [stateMachineHistory(), stateMachineLogs()],
      serviceStatements: [logDeliveryStatement()],
    });
    this.prompts = new ServiceKey(this, 'Prompts', {
      ...shared,
      description: 'The log of prompts and answers',
      services: ['logs', 's3'],
    });
    this.logs = new ServiceKey(this, 'Logs', {
      ...shared,
      description: 'CloudWatch log groups',
      services: ['logs'],
      serviceStatements: [logsStatement()],
    });
    this.audit = new ServiceKey(this, 'Audit', {
      ...shared,
      description: 'The audit trail and the bucket that keeps it',
      services: ['cloudtrail', 's3'],
      serviceStatements: cloudTrailStatements(trailName),
    });
    this.alarms = new ServiceKey(this, 'Alarms', {
      ...shared,
      description: 'The topic of alarms',
      services: ['sns'],
    });
  }
}

/**
 * Step Functions calls KMS with the role of the state machine and without `kms:ViaService`; the encryption context names
 * the machine. Source: Step Functions developer guide, "Data at rest encryption", note on `kms:ViaService`.
 */
function stateMachineHistory(): DirectUse {
  return {
    sid: 'StateMachinesEncryptTheirHistory',
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:states:stateMachineArn': `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:stateMachine:*`,
      },
    },
  };
}

/** A state machine with a key of its own that logs encrypts what it hands to log delivery, with its role. */
function stateMachineLogs(): DirectUse {
  return {
    sid: 'StateMachinesEncryptTheirLogs',
    actions: ['kms:GenerateDataKey'],
    conditions: { StringEquals: { 'kms:EncryptionContext:SourceArn': LOG_DELIVERIES } },
  };
}

/**
 * Log delivery opens what state machines hand to it. Source: `StateMachine` of aws-cdk-lib, which writes both statements for a
 * customer-managed key with logging, and does not bind this one.
 */
function logDeliveryStatement(): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'LogDeliveryReadsWhatStateMachinesLog',
    principals: [new iam.ServicePrincipal('delivery.logs.amazonaws.com')],
    actions: ['kms:Decrypt'],
    resources: ['*'],
    conditions: { StringEquals: { 'kms:EncryptionContext:SourceArn': LOG_DELIVERIES } },
  });
}

/** CloudWatch Logs names the log group in the encryption context; no construct writes this statement for us. */
function logsStatement(): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'LogsEncryptsItsGroups',
    principals: [new iam.ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
    actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
    resources: ['*'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:*`,
      },
    },
  });
}

/** The trail's ARN is written out: a reference would tie the key to the stack of its user. */
function cloudTrailStatements(trailName: string): iam.PolicyStatement[] {
  const trailArn = `arn:${Aws.PARTITION}:cloudtrail:${Aws.REGION}:${Aws.ACCOUNT_ID}:trail/${trailName}`;
  const principals = [new iam.ServicePrincipal('cloudtrail.amazonaws.com')];
  return [
    new iam.PolicyStatement({
      sid: 'CloudTrailEncryptsItsLogs',
      principals,
      actions: ['kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: {
        StringEquals: { 'aws:SourceArn': trailArn },
        StringLike: {
          'kms:EncryptionContext:aws:cloudtrail:arn': `arn:${Aws.PARTITION}:cloudtrail:*:${Aws.ACCOUNT_ID}:trail/*`,
        },
      },
    }),
    new iam.PolicyStatement({
      sid: 'CloudTrailDescribesTheKey',
      principals,
      actions: ['kms:DescribeKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceArn': trailArn } },
    }),
  ];
}
