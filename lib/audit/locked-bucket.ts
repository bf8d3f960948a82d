import { aws_s3 as s3, Duration, Token, type aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { SIX_YEARS_IN_DAYS } from '../contract/retention';
import { ConfigurationError } from '../errors';
import { PRIVATE_BUCKET } from '../private-bucket';
import type { AccessLogBucket } from './access-log-bucket';
import { ReplicationRole } from './replication-role';

/** Days an object can be locked. S3 itself ends at 100 years. */
export const LOCK_DAYS = { shortest: SIX_YEARS_IN_DAYS, longest: 36_500 } as const;

/** How long, and how hard, objects are locked. */
export interface ObjectLock {
  /** Days an object version cannot be deleted or overwritten: 2192 (six years) to 36 500. */
  readonly days: number;
  /**
   * `true` locks in COMPLIANCE mode: nobody, the root user included, can shorten it or delete a version before its
   * time, and the account cannot be emptied until then. This cannot be undone.
   * @default false - GOVERNANCE mode: those with `s3:BypassGovernanceRetention` can
   */
  readonly compliance?: boolean;
}

export interface LockedBucketProps {
  readonly encryptionKey: kms.IKey;
  /** Receives the server access logs of this bucket. It cannot be a locked bucket. */
  readonly accessLogBucket: AccessLogBucket;
  readonly lock: ObjectLock;
  /**
   * One call to KMS for many objects. Not with CloudTrail, whose encryption context would not reach KMS.
   * @default false
   */
  readonly bucketKeyEnabled?: boolean;
  /**
   * A locked, versioned bucket elsewhere that gets a copy of every object, and the key it encrypts with.
   * @default - objects are not replicated
   */
  readonly replica?: { readonly bucket: s3.IBucket; readonly encryptionKey: kms.IKey };
}

/**
 * A bucket whose objects cannot be altered or deleted before their time: Object Lock, versions, a customer-managed key,
 * TLS only, no public access. It outlives its stack. Supports 45 CFR 164.312(c)(1) and 164.316(b)(2)(i).
 * @throws ConfigurationError `ObjectLockDays` fewer than 2192, more than 36 500, or no whole number
 */
export class LockedBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: LockedBucketProps) {
    super(scope, id);
    const { days, compliance = false } = props.lock;
    const { shortest, longest } = LOCK_DAYS;
    const unknown = Token.isUnresolved(days);
    if (unknown || !Number.isInteger(days) || days < shortest || days > longest) {
      const given = unknown ? 'a value known only at deployment' : String(days);
      throw new ConfigurationError(
        this,
        'ObjectLockDays',
        `lock.days is ${given}; give a whole number of at least ${shortest} (six years) and at most ${longest}`,
      );
    }
    const period = Duration.days(days);
    const replication = props.replica && new ReplicationRole(this, 'Replication');
    this.bucket = new s3.Bucket(this, 'Resource', {
      ...PRIVATE_BUCKET,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      // with a bucket key CloudTrail's encryption context would not reach KMS, and the trail could not be created
      // without kms:Decrypt for CloudTrail (CloudTrail user guide, "Configure AWS KMS key policies")
      bucketKeyEnabled: props.bucketKeyEnabled ?? false,
      objectLockEnabled: true,
      objectLockDefaultRetention: compliance
        ? s3.ObjectLockRetention.compliance(period)
        : s3.ObjectLockRetention.governance(period),
      lifecycleRules: [
        { id: 'DropIncompleteUploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      ...(props.replica && replication
        ? {
            replicationRole: replication.role,
            replicationRules: [
              {
                destination: props.replica.bucket,
                kmsKey: props.replica.encryptionKey,
                sseKmsEncryptedObjects: true,
                priority: 1,
                deleteMarkerReplication: true,
              },
            ],
          }
        : {}),
    });
    props.accessLogBucket.receiveLogsOf(this.bucket, 'locked-bucket/');
    if (props.replica) {
      replication?.allow({
        source: this.bucket,
        sourceKey: props.encryptionKey,
        replica: props.replica.bucket,
        replicaKey: props.replica.encryptionKey,
      });
    }
  }
}
