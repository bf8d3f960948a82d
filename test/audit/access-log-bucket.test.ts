import { App, aws_s3 as s3, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AccessLogBucket } from '../../lib/audit/access-log-bucket';
import { at, list, onlyResource, refusal, synthesize, testApp, testStack } from '../support/synthesize';

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

describe('receiveLogsOf', () => {
  test('points the source here and admits the log delivery service for it alone', () => {
    const here = testStack();
    const accessLogs = new AccessLogBucket(here, 'AccessLogs', { retention: Duration.days(2192) });
    accessLogs.receiveLogsOf(new s3.Bucket(here, 'Uploads'), 'uploads/');
    const made = synthesize(here);
    const policies = JSON.stringify(
      list(at(onlyResource(made, 'AWS::S3::BucketPolicy').Properties['PolicyDocument'], 'Statement')).filter(
        (statement) => at(statement, 'Effect') === 'Allow',
      ),
    );
    for (const part of ['logging.s3.amazonaws.com', 'uploads/*', 'aws:SourceArn', 'aws:SourceAccount']) {
      expect(policies).toContain(part);
    }
    expect(JSON.stringify(made)).toContain('"LogFilePrefix":"uploads/"');
  });

  test('ties no stacks in a circle when the source is in another one', () => {
    const app = testApp();
    const accessLogs = new AccessLogBucket(new Stack(app, 'Logs'), 'AccessLogs', {
      retention: Duration.days(2192),
    });
    accessLogs.receiveLogsOf(new s3.Bucket(new Stack(app, 'Data'), 'Uploads'), 'uploads/');
    expect(() => app.synth()).not.toThrow();
  });

  test('fails for a bucket that the app did not make', () => {
    const here = testStack();
    const accessLogs = new AccessLogBucket(here, 'AccessLogs', { retention: Duration.days(2192) });
    const imported = s3.Bucket.fromBucketName(here, 'Imported', 'somebody-elses') as s3.Bucket;
    expect(refusal(() => accessLogs.receiveLogsOf(imported, 'uploads/')).code).toBe('LogSource');
  });
});

test('an app that sets no feature flag gets the same bucket', () => {
  const bare = new Stack(new App({ analyticsReporting: false }), 'Bare');
  const accessLogs = new AccessLogBucket(bare, 'AccessLogs', { retention: Duration.days(2192) });
  accessLogs.receiveLogsOf(new s3.Bucket(bare, 'Uploads'), 'uploads/');
  expect(() => Template.fromStack(bare)).not.toThrow();
});
