import { Aws, aws_iam as iam, aws_s3 as s3, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { PRIVATE_BUCKET } from '../private-bucket';

export interface AccessLogBucketProps {
  /** How long access logs are kept. */
  readonly retention: Duration;
}

/**
 * Receives S3 server access logs of other buckets. The log delivery service can neither write under a customer's KMS
 * key nor into a locked bucket, so this one has SSE-S3 (AES-256) and no lock. It holds no PHI: object keys are opaque.
 * Source: S3 user guide, "Enabling Amazon S3 server access logging".
 */
export class AccessLogBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Resource', {
      ...PRIVATE_BUCKET,
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: [
        {
          id: 'ExpireAfterRetention',
          expiration: props.retention,
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }
  /**
   * Has a bucket write its access logs here, and admits them. In place of the L2's `serverAccessLogsBucket`, which turns
   * to ACLs and throws unless the app set `@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy`.
   * @param prefix of the log objects, such as `uploads/`
   */
  receiveLogsOf(source: s3.Bucket, prefix: string): void {
    const resource = source.node.defaultChild;
    if (!(resource instanceof s3.CfnBucket)) {
      throw new ConfigurationError(
        this,
        'LogSource',
        `${source.node.path} was not made by this app; configure its logging there`,
      );
    }
    resource.loggingConfiguration = { destinationBucketName: this.bucket.bucketName, logFilePrefix: prefix };
    // naming a bucket of another stack would tie the stacks in a circle; there the account has to do
    const sameStack = Stack.of(source) === Stack.of(this);
    this.bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${prefix}*`)],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ...(sameStack ? { ArnLike: { 'aws:SourceArn': source.bucketArn } } : {}),
        },
      }),
    );
  }
}
