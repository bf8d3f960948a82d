import { aws_s3 as s3, Duration, RemovalPolicy, type aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { requireOwnKey } from '../own-key-uploads';
import { PRIVATE_BUCKET } from '../private-bucket';

/** How long, and how hard, delivered objects are locked. */
export interface InvocationLogLock {
  /** Whole days an object version cannot be deleted or overwritten: 1 to as long as the log is kept. */
  readonly days: number;
  /**
   * `true` locks in COMPLIANCE mode: nobody, the root user included, can delete a prompt before its time, not even on a
   * patient's request. This cannot be undone.
   * @default false - GOVERNANCE mode: those with `s3:BypassGovernanceRetention` can
   */
  readonly compliance?: boolean;
}

/** Receives server access logs; `AccessLogBucket` is one. */
export interface AccessLogReceiver {
  /** @param prefix of the log objects, such as `uploads/` */
  receiveLogsOf(source: s3.Bucket, prefix: string): void;
}

/** What expired or was deleted by hand can be had back for a while. */
const NONCURRENT = Duration.days(30);

export interface InvocationLogBucketProps {
  readonly encryptionKey: kms.IKey;
  readonly accessLogs: AccessLogReceiver;
  readonly retentionDays: number;
  /** @default - objects are not locked */
  readonly lock?: InvocationLogLock;
}

/**
 * Where Bedrock delivers prompts and answers. A store of PHI like `PhiBucket`, with the option of a lock; unlike a
 * `LockedBucket` it may lock for less than six years, and empties itself.
 *
 * It and its policy stay even when the deployment that makes them is rolled back: the configuration of the account goes on
 * naming the bucket, and Bedrock must never deliver to a name that somebody else could take.
 * @throws ConfigurationError `InvocationLogLock` that is no whole number of days, below 1 or longer than the log is kept
 */
export class InvocationLogBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: InvocationLogBucketProps) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Resource', {
      ...PRIVATE_BUCKET,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      ...this.#lock(props),
      lifecycleRules: [
        {
          id: 'ExpireAfterRetention',
          expiration: Duration.days(props.retentionDays),
          noncurrentVersionExpiration: NONCURRENT,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    requireOwnKey(this.bucket, props.encryptionKey.keyArn);
    this.bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN);
    props.accessLogs.receiveLogsOf(this.bucket, `${scope.node.id}/${id}/`);
  }

  #lock({ lock, retentionDays }: InvocationLogBucketProps): Partial<s3.BucketProps> {
    if (!lock) return {};
    const { days, compliance = false } = lock;
    if (!Number.isInteger(days) || days < 1 || days > retentionDays) {
      throw new ConfigurationError(
        this,
        'InvocationLogLock',
        `lock.days is ${days}; give 1 to ${retentionDays} whole days, as long as the log is kept`,
      );
    }
    const period = Duration.days(days);
    return {
      objectLockEnabled: true,
      objectLockDefaultRetention: compliance
        ? s3.ObjectLockRetention.compliance(period)
        : s3.ObjectLockRetention.governance(period),
    };
  }
}
