import { aws_kms as kms, aws_s3 as s3, CfnParameter, Duration, Lazy, type Stack } from 'aws-cdk-lib';
import { AccessLogBucket } from '../../lib/audit/access-log-bucket';
import { LOCK_DAYS, LockedBucket, type LockedBucketProps } from '../../lib/audit/locked-bucket';
import { SIX_YEARS_IN_DAYS } from '../../lib/contract/retention';
import {
  at,
  list,
  logicalIdsOf,
  onlyResource,
  resourcesOf,
  synthesize,
  testStack,
  type CloudTemplate,
  type Resource,
  refusal,
} from '../support/synthesize';
import { decide, text, texts } from '../encryption/policy-evaluator';

const REPLICA = 'arn:aws:s3:::invented-replica';
const REPLICA_KEY = 'arn:aws:kms:us-west-2:444455556666:key/00000000-0000-4000-8000-000000000000';

function bucketIn(stack: Stack, props: Partial<LockedBucketProps> = {}): LockedBucket {
  return new LockedBucket(stack, 'Record', {
    encryptionKey: new kms.Key(stack, 'Key'),
    accessLogBucket: new AccessLogBucket(stack, 'AccessLogs', { retention: Duration.days(2192) }),
    lock: { days: SIX_YEARS_IN_DAYS },
    ...props,
  });
}

function build(props: Partial<LockedBucketProps> = {}): CloudTemplate {
  const stack = testStack();
  bucketIn(stack, props);
  return synthesize(stack);
}

function locked(template: CloudTemplate): Resource {
  const found = resourcesOf(template, 'AWS::S3::Bucket').find(
    ({ Properties }) => 'ObjectLockEnabled' in Properties,
  );
  if (!found) throw new Error('no locked bucket');
  return found;
}

const retention = (template: CloudTemplate) =>
  at(locked(template).Properties['ObjectLockConfiguration'], 'Rule', 'DefaultRetention');

describe('the lock', () => {
  test.each([2192, 2193, 36_500])('%d days are accepted', (days) => {
    expect(retention(build({ lock: { days } }))).toEqual({ Mode: 'GOVERNANCE', Days: days });
  });

  test.each([2191, 0, -1, 1, 36_501, 2192.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'fails for %d days',
    (days) => {
      const make = () => bucketIn(testStack(), { lock: { days } });
      expect(refusal(make).code).toBe('ObjectLockDays');
      expect(make).toThrow(
        `[Test/Record] lock.days is ${days}; give a whole number of at least ${LOCK_DAYS.shortest} (six years) and at most ${LOCK_DAYS.longest}`,
      );
    },
  );

  test.each([
    ['a Lazy', () => Lazy.number({ produce: () => 2192 })],
    ['a parameter', (stack: Stack) => new CfnParameter(stack, 'Days', { type: 'Number' }).valueAsNumber],
  ])('fails for %s, as nobody can check it', (_, days) => {
    const stack = testStack();
    expect(() => bucketIn(stack, { lock: { days: days(stack) } })).toThrow(
      'lock.days is a value known only at deployment',
    );
  });

  test('is in GOVERNANCE mode unless compliance is asked for', () => {
    expect(at(retention(build({ lock: { days: 2192, compliance: false } })), 'Mode')).toBe('GOVERNANCE');
  });

  test('is in COMPLIANCE mode when compliance is asked for', () => {
    expect(at(retention(build({ lock: { days: 2192, compliance: true } })), 'Mode')).toBe('COMPLIANCE');
  });
});

describe('the bucket', () => {
  const template = build();
  const bucket = locked(template);

  test('encrypts under the given key, each object with a data key of its own', () => {
    const [rule] = list(at(bucket.Properties['BucketEncryption'], 'ServerSideEncryptionConfiguration'));
    expect(at(rule, 'ServerSideEncryptionByDefault', 'SSEAlgorithm')).toBe('aws:kms');
    expect(text(at(rule, 'ServerSideEncryptionByDefault', 'KMSMasterKeyID'))).toMatch(/^<Key.*\.Arn>$/u);
    // CloudTrail's encryption context reaches KMS only without a bucket key
    expect(at(rule, 'BucketKeyEnabled')).not.toBe(true);
  });

  test('keeps versions, blocks public access and takes no access control lists', () => {
    expect(bucket.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
  });

  test('outlives its stack under a generated name', () => {
    expect(bucket).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    expect(bucket.Properties).not.toHaveProperty('BucketName');
  });

  test('logs access to the other bucket, which lets the logging service write for this bucket', () => {
    expect(text(at(bucket.Properties['LoggingConfiguration'], 'DestinationBucketName'))).toMatch(
      /^<AccessLogs/u,
    );
    const policy = resourcesOf(template, 'AWS::S3::BucketPolicy').find(({ Properties }) =>
      text(Properties['Bucket']).startsWith('<AccessLogs'),
    );
    const statement = list(at(policy?.Properties['PolicyDocument'], 'Statement')).find((each) =>
      texts(at(each, 'Principal', 'Service')).includes('logging.s3.amazonaws.com'),
    );
    expect(texts(at(statement, 'Action'))).toEqual(['s3:PutObject']);
    expect(text(at(statement, 'Resource'))).toMatch(/^<AccessLogs.*\.Arn>\/locked-bucket\/\*$/u);
    expect(text(at(statement, 'Condition', 'ArnLike', 'aws:SourceArn'))).toMatch(/^<Record.*\.Arn>$/u);
  });

  test('expires nothing, and drops what was never finished', () => {
    const rules = list(at(bucket.Properties['LifecycleConfiguration'], 'Rules'));
    expect(rules).toEqual([
      expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
    ]);
    expect(JSON.stringify(rules)).not.toContain('Expiration');
  });

  test('refuses plain HTTP and old TLS, and every upload header it does not need is left alone', () => {
    const policy = resourcesOf(template, 'AWS::S3::BucketPolicy').find(({ Properties }) =>
      text(Properties['Bucket']).startsWith('<Record'),
    )?.Properties['PolicyDocument'];
    const [id = ''] = logicalIdsOf(template, 'AWS::S3::Bucket').filter((each) => each.startsWith('Record'));
    const resource = `<${id}.Arn>/AWSLogs/1`;
    const ask = (context: Readonly<Record<string, string>>) =>
      decide(policy, {
        caller: { arn: 'arn:aws:iam::111122223333:role/Invented' },
        action: 's3:PutObject',
        resource,
        context,
      });
    expect(ask({ 'aws:SecureTransport': 'false' })).toBe('denied');
    expect(ask({ 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.1' })).toBe('denied');
    expect(ask({ 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.2' })).toBe('not allowed');
    expect(JSON.stringify(policy)).not.toContain('server-side-encryption');
  });

  test('copies nothing unless a replica is named', () => {
    expect(bucket.Properties).not.toHaveProperty('ReplicationConfiguration');
    expect(resourcesOf(template, 'AWS::IAM::Role')).toEqual([]);
  });
});

describe('with a replica', () => {
  const stack = testStack();
  bucketIn(stack, {
    replica: {
      bucket: s3.Bucket.fromBucketArn(stack, 'Replica', REPLICA),
      encryptionKey: kms.Key.fromKeyArn(stack, 'ReplicaKey', REPLICA_KEY),
    },
  });
  const template = synthesize(stack);

  test('every object is copied under the replica’s key', () => {
    expect(locked(template).Properties['ReplicationConfiguration']).toMatchObject({
      Rules: [
        {
          Status: 'Enabled',
          Filter: { Prefix: '' },
          Destination: { Bucket: REPLICA, EncryptionConfiguration: { ReplicaKmsKeyID: REPLICA_KEY } },
          SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
          DeleteMarkerReplication: { Status: 'Enabled' },
        },
      ],
    });
  });

  const policy = onlyResource(template, 'AWS::IAM::ManagedPolicy').Properties['PolicyDocument'];
  const source = text(at(list(at(policy, 'Statement'))[0], 'Resource'));

  test.each(['s3:GetObjectVersionForReplication', 's3:GetObjectRetention', 's3:GetObjectLegalHold'])(
    'the role may %s, without which no locked object is copied',
    (action) => {
      expect(decide(policy, { action, resource: `${source}/AWSLogs/1` })).toBe('allowed');
      expect(decide(policy, { action, resource: 'arn:aws:s3:::another/1' })).toBe('not allowed');
    },
  );

  test('the role writes to the replica alone and deletes nothing for good', () => {
    expect(decide(policy, { action: 's3:ReplicateObject', resource: `${REPLICA}/1` })).toBe('allowed');
    expect(decide(policy, { action: 's3:ReplicateObject', resource: `${source}/1` })).toBe('not allowed');
    expect(decide(policy, { action: 's3:DeleteObjectVersion', resource: `${REPLICA}/1` })).toBe(
      'not allowed',
    );
    expect(decide(policy, { action: 's3:BypassGovernanceRetention', resource: `${source}/1` })).toBe(
      'not allowed',
    );
  });

  test('the role opens with one key and seals with the other, through S3', () => {
    const through = (region: string) => ({ 'kms:ViaService': `s3.${region}.amazonaws.com` });
    const [original = ''] = list(at(policy, 'Statement'))
      .filter((statement) => texts(at(statement, 'Action')).includes('kms:Decrypt'))
      .flatMap((statement) => texts(at(statement, 'Resource')));
    const ask = (action: string, resource: string, context = {}) =>
      decide(policy, { action, resource, context });
    expect(ask('kms:Decrypt', original, through('us-east-1'))).toBe('allowed');
    expect(ask('kms:Decrypt', original)).toBe('not allowed');
    expect(ask('kms:Encrypt', REPLICA_KEY, through('us-west-2'))).toBe('allowed');
    expect(ask('kms:Decrypt', REPLICA_KEY, through('us-west-2'))).toBe('not allowed');
    expect(ask('kms:Encrypt', REPLICA_KEY)).toBe('not allowed');
  });

  test('the role has no inline policy', () => {
    expect(resourcesOf(template, 'AWS::IAM::Policy')).toEqual([]);
    expect(onlyResource(template, 'AWS::IAM::Role').Properties).not.toHaveProperty('Policies');
  });
});
