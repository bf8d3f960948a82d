import { Aws, aws_iam as iam, type aws_kms as kms, type aws_s3 as s3 } from 'aws-cdk-lib';

/** A bucket and the key its objects are under. */
export interface EncryptedBucket {
  readonly bucket: s3.IBucket;
  readonly encryptionKey: kms.IKey;
}

export interface ObjectFlow {
  readonly source: EncryptedBucket & { readonly prefix: string };
  readonly redacted: EncryptedBucket;
  readonly quarantine: EncryptedBucket;
}

const VIA_S3 = { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` } };

function useKey(sid: string, action: string, key: kms.IKey): iam.PolicyStatement {
  return new iam.PolicyStatement({ sid, actions: [action], resources: [key.keyArn], conditions: VIA_S3 });
}

/**
 * What a role needs to copy objects without their identifiers: it reads the source and nothing else; it writes redacted
 * copies and quarantined input, and can read neither.
 * Source: S3 API reference, "GetObject", permissions.
 */
export function objectFlowStatements({ source, redacted, quarantine }: ObjectFlow): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({
      sid: 'ReadTheSource',
      actions: ['s3:GetObject', 's3:GetObjectTagging', 's3:GetObjectVersion', 's3:GetObjectVersionTagging'],
      resources: [source.bucket.arnForObjects(`${source.prefix}*`)],
    }),
    useKey('DecryptTheSource', 'kms:Decrypt', source.encryptionKey),
    new iam.PolicyStatement({
      // without it S3 answers 403 and not 404 for an object that was deleted meanwhile, which looks like a failure
      sid: 'SeeWhatIsThere',
      actions: ['s3:ListBucket'],
      resources: [source.bucket.bucketArn, redacted.bucket.bucketArn],
    }),
    new iam.PolicyStatement({
      sid: 'WriteCopies',
      actions: ['s3:PutObject', 's3:PutObjectTagging'],
      resources: [redacted.bucket.arnForObjects('*'), quarantine.bucket.arnForObjects('*')],
    }),
    useKey('EncryptRedactedCopies', 'kms:GenerateDataKey', redacted.encryptionKey),
    useKey('EncryptQuarantine', 'kms:GenerateDataKey', quarantine.encryptionKey),
  ];
}
