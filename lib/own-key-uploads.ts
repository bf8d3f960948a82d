import { aws_iam as iam, type aws_s3 as s3 } from 'aws-cdk-lib';

const KEY_ID = 's3:x-amz-server-side-encryption-aws-kms-key-id';

/**
 * Refuses uploads under another key than the bucket's, and under keys that requesters bring. An upload that names no key gets
 * the bucket's: without `Null` it would be refused, and so it would with `IfExists`, as both hold for a key that is not there
 * (IAM user guide, "Condition operators with ...IfExists").
 */
export function requireOwnKey(bucket: s3.Bucket, keyArn: string): void {
  const refuse = (sid: string, conditions: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid,
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects('*')],
        conditions,
      }),
    );
  refuse('UploadsUnderAnotherKey', { Null: { [KEY_ID]: 'false' }, StringNotEquals: { [KEY_ID]: keyArn } });
  refuse('KeysThatRequestersBring', {
    Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' },
  });
}
