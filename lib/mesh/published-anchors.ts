import {
  aws_iam as iam,
  aws_s3 as s3,
  CustomResource,
  Duration,
  Tags,
  type aws_kms as kms,
  type aws_logs as logs,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DataClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';
import { DeploymentFunction } from '../deployment-function';
import { PRIVATE_BUCKET } from '../private-bucket';
import type { StoredObject } from './mutual-tls-door';

/** Receives server access logs; `AccessLogBucket` is one. */
export interface AnchorAccessLogs {
  receiveLogsOf(source: s3.Bucket, prefix: string): void;
}

export interface PublishedAnchorsProps {
  /** PEM of the CAs, as `IPrivateCertificateAuthority.anchor` gives it: known when the CA is there. */
  readonly anchors: string;
  readonly accessLogs: AnchorAccessLogs;
  /** Encrypts the environment of the function that writes. */
  readonly functionKey: kms.IKey;
  /** Encrypts its logs; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
}

const KEY = 'anchors.pem';
const PUBLIC: DataClass = 'NO_PHI';

/**
 * The certificates of a CA as an object in a bucket of its own, where a load balancer takes its trust store from: CloudFormation
 * makes CAs and trust stores, and has nothing between the two. A new certificate is a new version, and the trust store follows.
 *
 * Certificates of CAs are public, so the bucket has SSE-S3 (AES-256): whether Elastic Load Balancing reads an object under a customer's key
 * is not documented.
 */
export class PublishedAnchors extends Construct implements StoredObject {
  readonly bucket: s3.Bucket;
  readonly key = KEY;
  readonly version: string;

  constructor(scope: Construct, id: string, props: PublishedAnchorsProps) {
    super(scope, id);
    this.bucket = new s3.Bucket(this, 'Resource', {
      ...PRIVATE_BUCKET,
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockedEncryptionTypes: [s3.BlockedEncryptionType.SSE_C],
      lifecycleRules: [
        { id: 'DropIncompleteUploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // a trust store reads its version when it is made or changed, and never again
        { id: 'ForgetOldOnes', noncurrentVersionExpiration: Duration.days(90) },
      ],
    });
    // certificates of CAs, which are public
    Tags.of(this).add(TAGS.dataClass, PUBLIC, { priority: 150 });
    props.accessLogs.receiveLogsOf(this.bucket, `${id}/`);
    const { provider } = new DeploymentFunction(this, 'Function', {
      bundle: 'mesh-anchors',
      description: 'Publishes the trust anchors of the mesh',
      encryptionKey: props.functionKey,
      logKey: props.logKey,
      logRetention: props.logRetention,
      statements: [
        new iam.PolicyStatement({
          sid: 'WriteTheAnchors',
          actions: ['s3:PutObject'],
          resources: [this.bucket.arnForObjects(KEY)],
        }),
      ],
    });
    const published = new CustomResource(this, 'Object', {
      resourceType: 'Custom::HipaaAiMeshAnchors',
      serviceToken: provider.serviceToken,
      serviceTimeout: Duration.minutes(10),
      properties: { bucket: this.bucket.bucketName, key: KEY, anchors: props.anchors },
    });
    this.version = published.getAttString('version');
  }
}
