import { Duration } from 'aws-cdk-lib';
import { AccessLogBucket } from '../../lib/audit/access-log-bucket';
import { at, list, onlyResource, synthesize, testStack } from '../support/synthesize';

const stack = testStack();
new AccessLogBucket(stack, 'AccessLogs', { retention: Duration.days(2192) });
const template = synthesize(stack);
const bucket = onlyResource(template, 'AWS::S3::Bucket');

test('the bucket is what the log delivery service can write to: SSE-S3 and no lock', () => {
  const [rule] = list(at(bucket.Properties['BucketEncryption'], 'ServerSideEncryptionConfiguration'));
  expect(at(rule, 'ServerSideEncryptionByDefault', 'SSEAlgorithm')).toBe('AES256');
  expect(bucket.Properties).not.toHaveProperty('ObjectLockEnabled');
  expect(bucket.Properties).not.toHaveProperty('ObjectLockConfiguration');
});

test('the bucket is private, versioned and outlives its stack', () => {
  expect(bucket).toMatchObject({
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    },
  });
});

test('logs go when their time is over, versions with them', () => {
  expect(at(bucket.Properties['LifecycleConfiguration'], 'Rules', 0)).toMatchObject({
    Status: 'Enabled',
    ExpirationInDays: 2192,
    NoncurrentVersionExpiration: { NoncurrentDays: 1 },
  });
});

test('plain HTTP and old TLS are refused', () => {
  const policy = onlyResource(template, 'AWS::S3::BucketPolicy').Properties['PolicyDocument'];
  const denials = list(at(policy, 'Statement')).filter((statement) => at(statement, 'Effect') === 'Deny');
  expect(denials.map((statement) => at(statement, 'Condition'))).toEqual([
    { Bool: { 'aws:SecureTransport': 'false' } },
    { NumericLessThan: { 's3:TlsVersion': 1.2 } },
  ]);
});
