import { aws_s3 as s3, Duration, Tags, type aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';
import { requireOwnKey } from '../own-key-uploads';
import { PRIVATE_BUCKET } from '../private-bucket';

/** Receives server access logs; `AccessLogBucket` is one. Access logs hold object keys. */
export interface AccessLogs {
  /** @param prefix of the log objects, such as `uploads/` */
  receiveLogsOf(source: s3.Bucket, prefix: string): void;
}

export interface PhiBucketProps {
  readonly encryptionKey: kms.IKey;
  readonly accessLogs: AccessLogs;
  readonly dataClass: DataClass;
  /**
   * How long objects are kept, where not for ever.
   * @default - objects are kept
   */
  readonly expiry?: { readonly after: Duration; readonly prefix?: string };
}

/** What expired is gone a day later; what was overwritten or deleted by hand can be had back for a while. */
const NONCURRENT = { expired: Duration.days(1), deleted: Duration.days(30) } as const;

/** A bucket fit for PHI: customer-managed key, versions, TLS only, never public, access logged, outliving its stack. */
export class PhiBucket extends Construct {
  readonly bucket: s3.Bucket;
  readonly encryptionKey: kms.IKey;
  readonly dataClass: DataClass;

  constructor(scope: Construct, id: string, props: PhiBucketProps) {
    super(scope, id);
    const { expiry } = props;
    this.encryptionKey = props.encryptionKey;
    this.dataClass = props.dataClass;
    this.bucket = new s3.Bucket(this, 'Resource', {
      ...PRIVATE_BUCKET,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      lifecycleRules: [
        {
          id: 'DropIncompleteUploads',
          abortIncompleteMultipartUploadAfter: Duration.days(1),
          ...(expiry?.prefix === undefined && expiry
            ? {}
            : { noncurrentVersionExpiration: NONCURRENT.deleted }),
        },
        ...(expiry
          ? [
              {
                id: 'Expire',
                expiration: expiry.after,
                noncurrentVersionExpiration: NONCURRENT.expired,
                ...(expiry.prefix === undefined ? {} : { prefix: expiry.prefix }),
              },
            ]
          : []),
      ],
    });
    requireOwnKey(this.bucket, props.encryptionKey.keyArn);
    props.accessLogs.receiveLogsOf(this.bucket, `${this.node.scope?.node.id ?? ''}/${id}/`);
    Tags.of(this).add(TAGS.dataClass, props.dataClass, { priority: 200 });
  }
}
