import {
  Annotations,
  Aws,
  aws_iam as iam,
  aws_logs as logs,
  aws_sns as sns,
  RemovalPolicy,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';

export interface AlarmTopicProps {
  /** Encrypts the topic. CloudWatch is let use it; an imported key must say so in its own policy. */
  readonly encryptionKey: kms.IKey;
  /** Encrypts the log group; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
  /**
   * ARNs of SQS queues and Lambda functions that get every alarm. Their own policies must let the topic in; the key of an
   * encrypted queue must let `sns.amazonaws.com` use it.
   * @default - nobody: subscribe to the topic elsewhere
   */
  readonly subscribers?: readonly string[];
  /**
   * Lets rules of EventBridge publish too. Their calls carry neither `aws:SourceAccount` nor `aws:SourceArn` to KMS, so
   * the key then admits EventBridge whichever account it works for (rule `kms-key-policy-bound-services` says so): give
   * the topic a key of its own, and the reason.
   * @default - alarms of CloudWatch only
   */
  readonly eventRules?: { readonly reason: string };
}

const PROTOCOLS = [
  sns.LoggingProtocol.FIREHOSE,
  sns.LoggingProtocol.HTTP,
  sns.LoggingProtocol.LAMBDA,
  sns.LoggingProtocol.SQS,
];
const SUBSCRIBER = /^arn:[a-z-]+:(?<protocol>sqs|lambda):[a-z0-9-]+:\d{12}:.+$/u;
const KEY_ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey'];

/**
 * Where alarms arrive: a topic under a customer-managed key that CloudWatch may use, as an alarm for a topic it cannot
 * encrypt for tells nobody. It takes TLS only, signs with SHA-256, and logs what it could not deliver. Who subscribes is
 * decided by whoever is on call: without a subscriber it tells nobody either.
 * Supports 45 CFR 164.308(a)(1)(ii)(D) and 164.308(a)(6)(ii).
 * Source: SNS developer guide, "Managing encryption keys and costs", compatibility with event sources.
 * @throws ConfigurationError `Subscribers` that are no ARN of a queue or a function
 */
export class AlarmTopic extends Construct {
  readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { encryptionKey } = props;
    // whether SNS names an account when it takes this role is documented nowhere; it can write to one log group only
    const role = new iam.Role(this, 'DeliveryLogRole', {
      assumedBy: new iam.ServicePrincipal('sns.amazonaws.com'),
      description: 'Logs the alarms that could not be delivered',
    });
    this.topic = new sns.Topic(this, 'Resource', {
      masterKey: encryptionKey,
      enforceSSL: true,
      // SHA-256; version 1 is SHA-1
      signatureVersion: '2',
      loggingConfigs: PROTOCOLS.map((protocol) => ({ protocol, failureFeedbackRole: role })),
    });
    const failures = new logs.LogGroup(this, 'FailuresLogGroup', {
      // the name is SNS's choice; whoever makes the group first decides how it is encrypted
      logGroupName: `sns/${Aws.REGION}/${Aws.ACCOUNT_ID}/${this.topic.topicName}/Failure`,
      encryptionKey: props.logKey,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new iam.ManagedPolicy(this, 'DeliveryLogPermissions', {
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          sid: 'LogFailures',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [failures.logGroupArn],
        }),
      ],
    });
    this.#admitAlarms(encryptionKey);
    for (const arn of props.subscribers ?? []) this.#subscribe(arn);
    if (props.eventRules) {
      this.#admitEventRules(encryptionKey);
      Annotations.of(this).addInfo(
        `EventBridge may use the key whichever account it works for: ${props.eventRules.reason}`,
      );
    }
  }

  #subscribe(arn: string): void {
    const protocol = SUBSCRIBER.exec(arn)?.groups?.['protocol'];
    if (protocol === undefined) {
      throw new ConfigurationError(
        this,
        'Subscribers',
        `'${arn}' is among the subscribers; give ARNs of SQS queues or Lambda functions, such as arn:aws:sqs:us-east-1:111122223333:on-call`,
      );
    }
    // by its ARN: in another order CloudFormation would subscribe each again, and then take the first away
    new sns.CfnSubscription(this, `Subscriber-${arn}`, {
      topicArn: this.topic.topicArn,
      protocol,
      endpoint: arn,
    });
  }

  #admitAlarms(encryptionKey: kms.IKey): void {
    const principals = [new iam.ServicePrincipal('cloudwatch.amazonaws.com')];
    const conditions = {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
      ArnLike: { 'aws:SourceArn': arnLike('cloudwatch', 'alarm:*') },
    };
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AlarmsArePublished',
        principals,
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions,
      }),
    );
    encryptionKey.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AlarmsAreEncrypted',
        principals,
        actions: KEY_ACTIONS,
        resources: ['*'],
        conditions,
      }),
      true,
    );
  }

  #admitEventRules(encryptionKey: kms.IKey): void {
    const principals = [new iam.ServicePrincipal('events.amazonaws.com')];
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'EventsArePublished',
        principals,
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { ArnLike: { 'aws:SourceArn': arnLike('events', 'rule/*') } },
      }),
    );
    encryptionKey.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'EventsAreEncrypted',
        principals,
        actions: KEY_ACTIONS,
        resources: ['*'],
      }),
      true,
    );
  }
}

/** A pattern: naming an alarm or a rule would tie the key to the stack of its user. */
function arnLike(service: string, resource: string): string {
  return `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`;
}
