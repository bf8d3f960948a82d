import {
  aws_iam as iam,
  aws_s3 as s3,
  Duration,
  RemovalPolicy,
  Tags,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';

const KEY_ID = 's3:x-amz-server-side-encryption-aws-kms-key-id';

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
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
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
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    // an upload that names no key gets the bucket's: without `Null` it would be refused, and so it would with `IfExists`,
    // as both hold for a key that is not there (IAM user guide, "IfExists condition operators")
    this.#refuse('UploadsUnderAnotherKey', {
      Null: { [KEY_ID]: 'false' },
      StringNotEquals: { [KEY_ID]: props.encryptionKey.keyArn },
    });
    this.#refuse('KeysThatRequestersBring', {
      Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' },
    });
    props.accessLogs.receiveLogsOf(this.bucket, `${this.node.scope?.node.id ?? ''}/${id}/`);
    Tags.of(this).add(TAGS.dataClass, props.dataClass, { priority: 200 });
  }

  #refuse(sid: string, conditions: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
    this.bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid,
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects('*')],
        conditions,
      }),
    );
  }
}
