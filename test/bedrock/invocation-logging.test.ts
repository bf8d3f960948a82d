import { aws_kms as kms, aws_logs as logs, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { AccessLogBucket } from '../../lib/audit/access-log-bucket';
import { InvocationLogging, type InvocationLoggingProps } from '../../lib/bedrock/invocation-logging';
import { ACCOUNT, decide, REGION, text } from '../encryption/policy-evaluator';
import { settingPlace } from '../support/account-setting-place';
import {
  at,
  list,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testApp,
  testStack,
  type CloudTemplate,
  type Json,
  type Resource,
} from '../support/synthesize';

function loggingIn(stack: Stack, props: Partial<InvocationLoggingProps> = {}, id = 'Log'): InvocationLogging {
  return new InvocationLogging(stack, id, {
    ...settingPlace(new Construct(stack, `${id}Around`)),
    encryptionKey: new kms.Key(stack, `${id}PromptKey`),
    accessLogs: new AccessLogBucket(stack, `${id}AccessLogs`, { retention: Duration.days(2192) }),
    ...props,
  });
}

function build(props: Partial<InvocationLoggingProps> = {}): CloudTemplate {
  const stack = testStack();
  loggingIn(stack, props);
  return synthesize(stack);
}

const resource = (template: CloudTemplate, prefix: string, type: string): Resource => {
  const found = Object.entries(template.Resources).find(
    ([id, { Type }]) => id.startsWith(prefix) && Type === type,
  );
  if (!found) throw new Error(`no ${type} of ${prefix}`);
  return found[1];
};

const template = build();
const setting = onlyResource(template, 'Custom::BedrockInvocationLogging');
const bucket = resource(template, 'LogStore', 'AWS::S3::Bucket');
const bucketPolicy = resource(template, 'LogStore', 'AWS::S3::BucketPolicy');
const group = resource(template, 'LogLogGroup', 'AWS::Logs::LogGroup');
const role = resource(template, 'LogDelivery', 'AWS::IAM::Role');

describe('the configuration', () => {
  test('delivers everything to bucket and log group, and what is large to the bucket too', () => {
    const config = setting.Properties['LoggingConfig'];
    for (const kind of ['text', 'image', 'embedding', 'video', 'audio']) {
      expect(at(config, `${kind}DataDeliveryEnabled`)).toBe(true);
    }
    const [s3, cloudWatch] = [at(config, 's3Config'), at(config, 'cloudWatchConfig')];
    expect(text(at(s3, 'bucketName'))).toMatch(/^<LogStore/u);
    expect(text(at(s3, 'keyPrefix'))).toBe('hipaa-ai/<AWS::StackName>');
    expect(text(at(cloudWatch, 'logGroupName'))).toMatch(/^<LogLogGroup/u);
    expect(text(at(cloudWatch, 'roleArn'))).toMatch(/^<LogDeliveryRole\w+\.Arn>$/u);
    const large = at(cloudWatch, 'largeDataDeliveryS3Config');
    expect(text(at(large, 'bucketName'))).toBe(text(at(s3, 'bucketName')));
    expect(text(at(large, 'keyPrefix'))).toBe('hipaa-ai/<AWS::StackName>/large');
  });

  test('comes after all that Bedrock needs to write', () => {
    const needed = Object.entries(template.Resources).filter(
      ([id, { Type }]) =>
        (id.startsWith('LogStore') && Type === 'AWS::S3::BucketPolicy') ||
        (id.startsWith('LogDelivery') && Type === 'AWS::IAM::ManagedPolicy'),
    );
    expect(needed).toHaveLength(2);
    for (const [id] of needed) expect(setting.DependsOn).toContain(id);
  });

  test('replaces and removes nothing unless that is asked, and then says why', () => {
    expect(Object.keys(setting.Properties).sort()).toEqual([
      'LoggingConfig',
      'ServiceTimeout',
      'ServiceToken',
    ]);
    const asked = build({
      adopt: { replaces: 'their-bucket', reason: 'one log for all' },
      removeOnDelete: { reason: 'a trial' },
    });
    expect(onlyResource(asked, 'Custom::BedrockInvocationLogging').Properties).toMatchObject({
      Adopt: { Replaces: 'their-bucket', Reason: 'one log for all' },
      RemoveOnDelete: { Reason: 'a trial' },
    });
  });

  test.each<Partial<InvocationLoggingProps>>([
    { adopt: { replaces: 'their-bucket', reason: ' ' } },
    { removeOnDelete: { reason: '' } },
  ])('fails for %j', (props) => {
    expect(refusal(() => build(props)).code).toBe('InvocationLogReason');
  });
});

describe('delivery', () => {
  const bedrock = { service: 'bedrock.amazonaws.com' };
  const ours = {
    'aws:SourceAccount': ACCOUNT,
    'aws:SourceArn': `arn:aws:bedrock:${REGION}:${ACCOUNT}:model-invocation-job/x`,
  };
  const strange = [
    { ...ours, 'aws:SourceAccount': '444455556666' },
    { ...ours, 'aws:SourceArn': `arn:aws:bedrock:eu-west-1:${ACCOUNT}:x` },
    {},
  ];
  const arn = text(at(bucketPolicy.Properties['Bucket'])).replace('>', '.Arn>');
  const key = `${arn}/hipaa-ai/<AWS::StackName>/AWSLogs/${ACCOUNT}/BedrockModelInvocationLogs/x.json.gz`;
  const large = key.replace('/AWSLogs', '/large/AWSLogs');
  const tls = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' };
  const put = (resource: string, context: Readonly<Record<string, string>>) =>
    decide(bucketPolicy.Properties['PolicyDocument'], {
      caller: bedrock,
      action: 's3:PutObject',
      resource,
      context: { ...tls, ...context },
    });

  test('to the bucket is let in below both prefixes, for this account and Region', () => {
    expect([put(key, ours), put(large, ours)]).toEqual(['allowed', 'allowed']);
    expect(put(`${arn}/elsewhere`, ours)).toBe('not allowed');
    for (const context of strange) expect(put(key, context)).toBe('not allowed');
  });

  test('under another key is refused', () => {
    const other = { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'another-key' };
    expect(put(key, { ...ours, ...other })).toBe('denied');
  });

  test('is encrypted under the given key, for this account and Region', () => {
    const policy = resource(template, 'LogPromptKey', 'AWS::KMS::Key').Properties['KeyPolicy'];
    const generate = (context: Readonly<Record<string, string>>) =>
      decide(policy, { caller: bedrock, action: 'kms:GenerateDataKey', resource: '*', context });
    expect(generate(ours)).toBe('allowed');
    for (const context of strange) expect(generate(context)).toBe('not allowed');
    const logsService = { service: `logs.${REGION}.amazonaws.com` };
    const context = {
      'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:x`,
    };
    expect(decide(policy, { caller: logsService, action: 'kms:Encrypt', resource: '*', context })).toBe(
      'allowed',
    );
  });

  test('to the log group is for a role that Bedrock takes for this account and Region alone', () => {
    const trust = (context: Readonly<Record<string, string>>) =>
      decide(role.Properties['AssumeRolePolicyDocument'], {
        caller: bedrock,
        action: 'sts:AssumeRole',
        context,
      });
    expect(trust(ours)).toBe('allowed');
    for (const context of strange) expect(trust(context)).toBe('not allowed');
    const { Properties } = resource(template, 'LogDeliveryPermissions', 'AWS::IAM::ManagedPolicy');
    const [statement, ...others] = list(at(Properties['PolicyDocument'], 'Statement'));
    expect(others).toEqual([]);
    expect(text(at(statement, 'Resource'))).toMatch(
      /:log-group:<LogLogGroup\w+>:log-stream:aws\/bedrock\/modelinvocations$/u,
    );
  });
});

describe('what holds prompts', () => {
  test('stays, with what delivers to it, even when the first deployment is rolled back', () => {
    const { Properties: _, ...permissions } = resource(
      template,
      'LogDeliveryPermissions',
      'AWS::IAM::ManagedPolicy',
    );
    for (const kept of [bucket, bucketPolicy, group, role, permissions]) {
      expect([kept.DeletionPolicy, kept.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    }
  });

  test('is of class PHI and under the given key', () => {
    const tag = { Key: 'hipaa-ai:data-class', Value: 'PHI' };
    for (const { Properties } of [bucket, group]) expect(list(Properties['Tags'])).toContainEqual(tag);
    expect(text(group.Properties['KmsKeyId'])).toMatch(/^<LogPromptKey/u);
    const encryption = list(at(bucket.Properties['BucketEncryption'], 'ServerSideEncryptionConfiguration'));
    const byDefault = at(encryption[0], 'ServerSideEncryptionByDefault');
    expect(text(at(byDefault, 'KMSMasterKeyID'))).toMatch(/^<LogPromptKey/u);
  });

  test.each([
    [undefined, 2192],
    [logs.RetentionDays.ONE_DAY, 1],
    [logs.RetentionDays.TEN_YEARS, 3653],
  ])('is kept as long in the bucket as in the log group: %p', (retention, days) => {
    const kept = retention === undefined ? template : build({ retention });
    expect(resource(kept, 'LogLogGroup', 'AWS::Logs::LogGroup').Properties['RetentionInDays']).toBe(days);
    const rules = at(
      resource(kept, 'LogStore', 'AWS::S3::Bucket').Properties['LifecycleConfiguration'],
      'Rules',
    );
    expect(at(rules, 0, 'ExpirationInDays')).toBe(days);
  });

  test('fails for a log that is kept for ever', () => {
    const refused = refusal(() => build({ retention: logs.RetentionDays.INFINITE }));
    expect(refused.code).toBe('InvocationLogRetention');
  });

  const lockOf = (made: CloudTemplate): Json | undefined =>
    at(
      resource(made, 'LogStore', 'AWS::S3::Bucket').Properties['ObjectLockConfiguration'],
      'Rule',
      'DefaultRetention',
    );

  test('is locked only where that is asked', () => {
    expect(lockOf(template)).toBeUndefined();
    expect(lockOf(build({ lock: { days: 1 } }))).toEqual({ Mode: 'GOVERNANCE', Days: 1 });
    expect(lockOf(build({ lock: { days: 2192, compliance: true } }))).toEqual({
      Mode: 'COMPLIANCE',
      Days: 2192,
    });
  });

  test.each([0, -1, 1.5, 2193, Number.NaN])('fails for a lock of %d days', (days) => {
    const refused = refusal(() => build({ lock: { days } }));
    expect(refused.code).toBe('InvocationLogLock');
    expect(refused.message).toContain(`lock.days is ${days}; give 1 to 2192 whole days`);
  });
});

describe('the role of the function', () => {
  const statements = (made: CloudTemplate) =>
    resourcesOf(made, 'AWS::IAM::ManagedPolicy').flatMap(({ Properties }) =>
      list(at(Properties['PolicyDocument'], 'Statement')),
    );
  const actions = (made: CloudTemplate) => statements(made).flatMap((each) => list(at(each, 'Action')));

  test('may turn logging off only where that is asked', () => {
    const off = 'bedrock:DeleteModelInvocationLoggingConfiguration';
    expect(actions(template)).not.toContain(off);
    expect(actions(build({ removeOnDelete: { reason: 'a trial' } }))).toContain(off);
  });

  test('hands over the delivery role to Bedrock and to nobody else', () => {
    const pass = statements(template).filter((each) => at(each, 'Action') === 'iam:PassRole');
    expect(pass).toHaveLength(1);
    expect(text(at(pass[0], 'Resource'))).toMatch(/^<LogDeliveryRole\w+\.Arn>$/u);
    expect(at(pass[0], 'Condition', 'StringEquals', 'iam:PassedToService')).toBe('bedrock.amazonaws.com');
  });
});

describe('a second log of one account and Region', () => {
  const stackIn = (app: ReturnType<typeof testApp>, id: string, region: string, account = ACCOUNT) =>
    new Stack(app, id, { env: { account, region } });

  test('fails in another stack', () => {
    const app = testApp();
    loggingIn(stackIn(app, 'Elsewhere', 'us-west-2'));
    loggingIn(stackIn(app, 'One', 'us-east-1'));
    const refused = refusal(() => loggingIn(stackIn(app, 'Two', 'us-east-1')));
    expect(refused.code).toBe('InvocationLoggingTwice');
    expect(refused.message).toContain('One/Log logs the invocations of this account and Region');
  });

  test('fails in one stack, whose account and Region only the deployment knows', () => {
    const stack = new Stack(testApp(), 'Test');
    loggingIn(stack);
    expect(refusal(() => loggingIn(stack, {}, 'Other')).code).toBe('InvocationLoggingTwice');
  });

  test('is none in another Region, another account, or a stack that may go anywhere', () => {
    const app = testApp();
    loggingIn(stackIn(app, 'One', 'us-east-1'));
    loggingIn(stackIn(app, 'Two', 'us-west-2'));
    loggingIn(stackIn(app, 'Three', 'us-east-1', '444455556666'));
    loggingIn(new Stack(app, 'Four'));
    expect(() => loggingIn(new Stack(app, 'Five'))).not.toThrow();
  });
});
