import { aws_s3 as s3, Duration, RemovalPolicy, type aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { requireOwnKey } from '../../own-key-uploads';
import type { AccessLogBucket } from '../access-log-bucket';

export interface QueryResultsBucketProps {
  readonly encryptionKey: kms.IKey;
  readonly accessLogs: AccessLogBucket;
  /** After which results are deleted. */
  readonly retention: Duration;
}

/** What queries answered, for some days: principals, times and digests, so as little as need be. */
export class QueryResultsBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(
    scope: Construct,
    id: string,
    { encryptionKey, accessLogs, retention }: QueryResultsBucketProps,
  ) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Resource', {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [
        {
          id: 'ExpireResults',
          expiration: retention,
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    requireOwnKey(this.bucket, encryptionKey.keyArn);
    accessLogs.receiveLogsOf(this.bucket, 'query-results/');
  }
}
