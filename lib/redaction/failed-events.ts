import {
  Aws,
  aws_iam as iam,
  aws_sqs as sqs,
  Duration,
  RemovalPolicy,
  Tags,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { TAGS } from '../contract/tags';
import type { DataClass } from '../contract/data-class';

export interface FailedEventsProps {
  /** Encrypts the queue. EventBridge is let use it; an imported key must say so in its own policy. */
  readonly encryptionKey: kms.IKey;
}

const PHI: DataClass = 'PHI';

/**
 * The queue of events that no attempt could handle. An event names an object, and the name may be a patient's: the
 * queue is a store of PHI, and empties itself after 14 days, the longest SQS keeps a message.
 */
export class FailedEvents extends Construct {
  readonly queue: sqs.Queue;

  constructor(scope: Construct, id: string, { encryptionKey }: FailedEventsProps) {
    super(scope, id);
    this.queue = new sqs.Queue(this, 'Resource', {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      redriveAllowPolicy: { redrivePermission: sqs.RedrivePermission.DENY_ALL },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Tags.of(this).add(TAGS.dataClass, PHI, { priority: 200 });
    encryptionKey.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'EventBridgeKeepsFailedEvents',
        principals: [new iam.ServicePrincipal('events.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          // a pattern: naming the rule would tie the key to the stack of its user
          ArnLike: {
            'aws:SourceArn': `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:rule/*`,
          },
        },
      }),
      true,
    );
  }

  /** What a role needs to leave a message here. */
  get sendStatements(): readonly iam.PolicyStatement[] {
    const key = this.queue.encryptionMasterKey;
    return [
      new iam.PolicyStatement({
        sid: 'KeepFailedEvents',
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
      }),
      ...(key
        ? [
            new iam.PolicyStatement({
              sid: 'EncryptFailedEvents',
              actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
              resources: [key.keyArn],
              conditions: { StringEquals: { 'kms:ViaService': `sqs.${Aws.REGION}.amazonaws.com` } },
            }),
          ]
        : []),
    ];
  }
}
