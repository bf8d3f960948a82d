import {
  Aws,
  aws_iam as iam,
  aws_kinesisfirehose as firehose,
  aws_logs as logs,
  Duration,
  RemovalPolicy,
  Tags,
  type aws_s3 as s3,
  type aws_sns as sns,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';
import { PhiBucket, type AccessLogs } from './phi-bucket';
import { PhiFunction, type PhiFunctionPlace } from '../phi-function';
import { OutcomeAlarm } from './outcome-alarm';
import { quarantineExpiry } from './quarantine-bucket';

export interface RedactedDeliveryStreamProps extends PhiFunctionPlace {
  /** Told of failures and of records that were not redacted. */
  readonly alarmTopic: sns.ITopic;
  readonly accessLogs: AccessLogs;
  /**
   * How long records that could not be redacted are kept: 1 to 90 whole days.
   * @default Duration.days(30)
   */
  readonly quarantineExpiry?: Duration;
}

/** Where records go. Firehose has one bucket for what it delivers and for what it could not. */
export const STREAM_PREFIXES = { redacted: 'redacted/', quarantine: 'quarantine/' } as const;

const DAY = '!{timestamp:yyyy}/!{timestamp:MM}/!{timestamp:dd}/';
const PHI: DataClass = 'PHI';

/**
 * A Firehose delivery stream whose records, such as logs on their way to a lake, lose their identifiers before they are
 * stored. Records that could not be redacted are written **as they came** under `quarantine/`, by Firehose itself, whatever
 * the reason: so the bucket is a store of PHI, and what is under that prefix expires. Readers get `redacted/` and no more.
 * Source: Amazon Data Firehose developer guide, "Handle failure in data transformation".
 * Supports 45 CFR 164.502(b) and 164.514(d)(3).
 * @throws ConfigurationError `QuarantineExpiry` outside 1 to 90 whole days
 */
export class RedactedDeliveryStream extends Construct {
  readonly stream: firehose.CfnDeliveryStream;
  readonly bucket: s3.Bucket;
  readonly hook: PhiFunction;

  constructor(scope: Construct, id: string, props: RedactedDeliveryStreamProps) {
    super(scope, id);
    const after = quarantineExpiry(this, props.quarantineExpiry);
    this.bucket = new PhiBucket(this, 'Bucket', {
      ...props,
      dataClass: 'PHI',
      expiry: { after, prefix: STREAM_PREFIXES.quarantine },
    }).bucket;
    this.hook = new PhiFunction(this, 'Function', {
      ...props,
      bundle: 'stream-redaction',
      description: 'Removes identifiers from the records of a delivery stream',
      memoryMiB: 1024,
      // Firehose waits five minutes
      timeout: Duration.minutes(4),
      statements: [],
      environment: {},
    });
    this.stream = this.#stream(props);
    Tags.of(this.stream).add(TAGS.dataClass, PHI, { priority: 200 });
    new OutcomeAlarm(this, 'Quarantined', {
      hook: this.hook,
      outcome: 'QUARANTINED',
      meaning: 'records were quarantined',
      count: 'failed',
    });
  }

  /** Lets somebody read what was redacted, and nothing that was not. The key must let them decrypt, too. */
  grantReadRedacted(grantee: iam.IGrantable): iam.Grant {
    return this.bucket.grantRead(grantee, `${STREAM_PREFIXES.redacted}*`);
  }

  #stream({ encryptionKey, logKey, logRetention }: RedactedDeliveryStreamProps): firehose.CfnDeliveryStream {
    const logGroup = new logs.LogGroup(this, 'DeliveryLogGroup', {
      encryptionKey: logKey,
      retention: logRetention,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const logStream = new logs.LogStream(this, 'DeliveryLog', { logGroup });
    const role = new iam.Role(this, 'DeliveryRole', {
      assumedBy: new iam.ServicePrincipal('firehose.amazonaws.com', {
        conditions: { StringEquals: { 'sts:ExternalId': Aws.ACCOUNT_ID } },
      }),
    });
    const permissions = new iam.ManagedPolicy(this, 'DeliveryPermissions', {
      roles: [role],
      statements: this.#deliveryStatements(encryptionKey.keyArn, logGroup.logGroupArn),
    });
    const stream = new firehose.CfnDeliveryStream(this, 'Resource', {
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: {
        keyType: 'CUSTOMER_MANAGED_CMK',
        keyArn: encryptionKey.keyArn,
      },
      extendedS3DestinationConfiguration: {
        bucketArn: this.bucket.bucketArn,
        roleArn: role.roleArn,
        prefix: `${STREAM_PREFIXES.redacted}${DAY}`,
        errorOutputPrefix: `${STREAM_PREFIXES.quarantine}!{firehose:error-output-type}/${DAY}`,
        encryptionConfiguration: { kmsEncryptionConfig: { awskmsKeyArn: encryptionKey.keyArn } },
        cloudWatchLoggingOptions: {
          enabled: true,
          logGroupName: logGroup.logGroupName,
          logStreamName: logStream.logStreamName,
        },
        processingConfiguration: {
          enabled: true,
          processors: [
            {
              type: 'Lambda',
              parameters: [
                { parameterName: 'LambdaArn', parameterValue: this.hook.function.functionArn },
                { parameterName: 'RoleArn', parameterValue: role.roleArn },
                { parameterName: 'NumberOfRetries', parameterValue: '3' },
                // an answer ends at 6 MB, base64 makes four characters of three bytes, and labels may be longer than names
                { parameterName: 'BufferSizeInMBs', parameterValue: '1' },
              ],
            },
          ],
        },
      },
    });
    stream.node.addDependency(permissions);
    return stream;
  }

  /** Source: developer guide, "Grant Firehose access to an Amazon S3 destination". */
  #deliveryStatements(keyArn: string, logGroupArn: string): iam.PolicyStatement[] {
    const { bucketArn } = this.bucket;
    const { functionArn } = this.hook.function;
    return [
      new iam.PolicyStatement({
        sid: 'DeliverToTheBucket',
        actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
        resources: [bucketArn],
      }),
      new iam.PolicyStatement({
        sid: 'WriteRecords',
        actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
        resources: Object.values(STREAM_PREFIXES).map((prefix) => `${bucketArn}/${prefix}*`),
      }),
      new iam.PolicyStatement({
        sid: 'EncryptRecords',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [keyArn],
        conditions: {
          StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` },
          // with a bucket key S3 names the bucket, without one the object
          StringLike: { 'kms:EncryptionContext:aws:s3:arn': [bucketArn, `${bucketArn}/*`] },
        },
      }),
      new iam.PolicyStatement({
        sid: 'Redact',
        actions: ['lambda:GetFunctionConfiguration', 'lambda:InvokeFunction'],
        resources: [functionArn, `${functionArn}:*`],
      }),
      new iam.PolicyStatement({
        sid: 'LogDelivery',
        actions: ['logs:PutLogEvents'],
        resources: [logGroupArn],
      }),
    ];
  }
}
