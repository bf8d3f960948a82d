import { aws_kms as kms, aws_logs as logs, Duration, Lazy, type Stack } from 'aws-cdk-lib';
import { AccessLogBucket } from '../../lib/audit/access-log-bucket';
import { AuditTrail } from '../../lib/audit/audit-trail';
import { BEDROCK_DATA_EVENT_TYPES } from '../../lib/audit/data-events';
import { LockedBucket } from '../../lib/audit/locked-bucket';
import {
  at,
  list,
  logicalIdsOf,
  onlyResource,
  resourcesOf,
  synthesize,
  testStack,
  type Json,
  refusal,
} from '../support/synthesize';
import { ACCOUNT, decide, REGION, text, texts } from '../encryption/policy-evaluator';

function trailIn(stack: Stack, trailName = 'invented'): AuditTrail {
  const accessLogBucket = new AccessLogBucket(stack, 'AccessLogs', { retention: Duration.days(2192) });
  const encryptionKey = new kms.Key(stack, 'AuditKey');
  const lockedBucket = new LockedBucket(stack, 'Record', {
    encryptionKey,
    accessLogBucket,
    lock: { days: 2192 },
  });
  return new AuditTrail(stack, 'Trail', {
    trailName,
    lockedBucket,
    accessLogBucket,
    encryptionKey,
    logKey: new kms.Key(stack, 'LogKey'),
    logRetention: logs.RetentionDays.SIX_YEARS,
  });
}

const stack = testStack();
trailIn(stack);
const template = synthesize(stack);
const trail = onlyResource(template, 'AWS::CloudTrail::Trail');
const TRAIL = `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/invented`;
const [recordId = ''] = logicalIdsOf(template, 'AWS::S3::Bucket').filter((id) => id.startsWith('Record'));
const [accessLogsId = ''] = logicalIdsOf(template, 'AWS::S3::Bucket').filter((id) => id.startsWith('Access'));

test('the trail covers every Region, validates its digests and logs from the start', () => {
  expect(trail.Properties).toMatchObject({
    TrailName: 'invented',
    IsLogging: true,
    IsMultiRegionTrail: true,
    IncludeGlobalServiceEvents: true,
    EnableLogFileValidation: true,
  });
});

test('the trail delivers under the key to the locked bucket and to the log group', () => {
  expect(text(trail.Properties['KMSKeyId'])).toMatch(/^<AuditKey.*\.Arn>$/u);
  expect(text(trail.Properties['S3BucketName'])).toBe(`<${recordId}>`);
  expect(text(trail.Properties['CloudWatchLogsLogGroupArn'])).toMatch(/^<TrailLogGroup.*\.Arn>$/u);
  expect(text(trail.Properties['CloudWatchLogsRoleArn'])).toMatch(/^<TrailDeliveryRole.*\.Arn>$/u);
});

test('the trail waits for the bucket policy and for the delivery role’s permissions', () => {
  const awaited = trail.DependsOn ?? [];
  const types = awaited.map((id) => template.Resources[id]?.Type);
  expect(types).toEqual(expect.arrayContaining(['AWS::S3::BucketPolicy', 'AWS::IAM::ManagedPolicy']));
  expect(awaited.some((id) => id.startsWith('RecordPolicy'))).toBe(true);
});

test('the log group is encrypted, kept six years and outlives its stack', () => {
  const group = onlyResource(template, 'AWS::Logs::LogGroup');
  expect(group).toMatchObject({
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: { RetentionInDays: 2192 },
  });
  expect(text(group.Properties['KmsKeyId'])).toMatch(/^<LogKey.*\.Arn>$/u);
});

describe('the delivery role', () => {
  test('is CloudTrail’s, with no condition that CloudTrail cannot meet', () => {
    const [statement, ...others] = list(
      at(onlyResource(template, 'AWS::IAM::Role').Properties['AssumeRolePolicyDocument'], 'Statement'),
    );
    expect(others).toEqual([]);
    expect(texts(at(statement, 'Principal', 'Service'))).toEqual(['cloudtrail.amazonaws.com']);
    expect(at(statement, 'Condition')).toBeUndefined();
  });

  test('writes to this log group and does nothing else', () => {
    const statements = list(
      at(onlyResource(template, 'AWS::IAM::ManagedPolicy').Properties['PolicyDocument'], 'Statement'),
    );
    expect(statements).toHaveLength(1);
    expect(texts(at(statements[0], 'Action'))).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
    expect(texts(at(statements[0], 'Resource'))).toEqual([
      expect.stringMatching(/^<TrailLogGroup.*\.Arn>$/u),
    ]);
    expect(resourcesOf(template, 'AWS::IAM::Policy')).toEqual([]);
  });
});

describe('the bucket policy', () => {
  const policy = resourcesOf(template, 'AWS::S3::BucketPolicy').find(
    ({ Properties }) => text(Properties['Bucket']) === `<${recordId}>`,
  )?.Properties['PolicyDocument'];
  const ask = (action: string, resource: string, context: Readonly<Record<string, string>>) =>
    decide(policy, { caller: { service: 'cloudtrail.amazonaws.com' }, action, resource, context });
  const acl = { 's3:x-amz-acl': 'bucket-owner-full-control' };
  const record = `<${recordId}.Arn>`;

  test('lets this trail look at the bucket and write under this account', () => {
    expect(ask('s3:GetBucketAcl', record, { 'aws:SourceArn': TRAIL })).toBe('allowed');
    const write = { 'aws:SourceArn': TRAIL, ...acl };
    expect(ask('s3:PutObject', `${record}/AWSLogs/${ACCOUNT}/CloudTrail/1.json.gz`, write)).toBe('allowed');
    expect(ask('s3:PutObject', `${record}/AWSLogs/${ACCOUNT}/CloudTrail-Digest/1.json.gz`, write)).toBe(
      'allowed',
    );
  });

  test('lets no other trail write, nor this one elsewhere', () => {
    const key = `${record}/AWSLogs/${ACCOUNT}/1`;
    expect(ask('s3:PutObject', key, { 'aws:SourceArn': `${TRAIL}-other`, ...acl })).toBe('not allowed');
    expect(ask('s3:PutObject', key, { ...acl })).toBe('not allowed');
    expect(ask('s3:PutObject', `${record}/AWSLogs/444455556666/1`, { 'aws:SourceArn': TRAIL, ...acl })).toBe(
      'not allowed',
    );
    expect(ask('s3:GetObject', key, { 'aws:SourceArn': TRAIL })).toBe('not allowed');
    expect(ask('s3:DeleteObject', key, { 'aws:SourceArn': TRAIL })).toBe('not allowed');
  });

  test('refuses no upload for its encryption: digests are SSE-S3', () => {
    expect(JSON.stringify(policy)).not.toContain('server-side-encryption');
  });
});

describe('event selectors', () => {
  const all = list(trail.Properties['AdvancedEventSelectors']).map((selector) => {
    const fields = list(at(selector, 'FieldSelectors'));
    const equal = (field: string) =>
      fields
        .filter((each) => at(each, 'Field') === field)
        .flatMap((each) => texts(at(each, 'Equals')))
        .join(',');
    return {
      fields,
      category: equal('eventCategory'),
      type: equal('resources.type'),
      refused: `${equal('eventSource')} ${equal('errorCode')}`,
    };
  });
  const selectors = all.filter(({ category }) => category !== 'NetworkActivity');

  test('record what endpoints refused, of each service in a selector of its own, and nothing they let through', () => {
    const network = all.filter(({ category }) => category === 'NetworkActivity');
    expect(network.map(({ refused }) => refused)).toEqual(
      ['bedrock', 'kms', 'lambda', 's3', 'secretsmanager'].map(
        (service) => `${service}.amazonaws.com VpceAccessDenied`,
      ),
    );
    for (const { fields } of network) expect(fields).toHaveLength(3);
  });

  test('are advanced ones only, as CloudTrail refuses both kinds together', () => {
    expect(trail.Properties).not.toHaveProperty('EventSelectors');
  });

  test('record every management event, KMS calls and reads included', () => {
    const management = selectors.filter(({ category }) => category === 'Management');
    expect(management).toHaveLength(1);
    expect(management[0]?.fields).toHaveLength(1);
    expect(JSON.stringify(trail)).not.toMatch(/excludeManagementEventSources|readOnly/iu);
  });

  test('record S3 objects, but not in the two buckets the trail itself causes writes in', () => {
    const objects = selectors.find(({ type }) => type === 'AWS::S3::Object');
    const arns = objects?.fields.find((each) => at(each, 'Field') === 'resources.ARN');
    expect(texts(at(arns, 'NotStartsWith'))).toEqual([`<${recordId}.Arn>/`, `<${accessLogsId}.Arn>/`]);
  });

  test('record every Lambda call', () => {
    expect(selectors.find(({ type }) => type === 'AWS::Lambda::Function')?.fields).toHaveLength(2);
  });

  test.each([
    'AWS::Bedrock::AgentAlias',
    'AWS::Bedrock::AsyncInvoke',
    'AWS::Bedrock::AutomatedReasoningPolicy',
    'AWS::Bedrock::AutomatedReasoningPolicyVersion',
    'AWS::Bedrock::DataAutomationInvocation',
    'AWS::Bedrock::FlowAlias',
    'AWS::Bedrock::FlowExecution',
    'AWS::Bedrock::Guardrail',
    'AWS::Bedrock::InlineAgent',
    'AWS::Bedrock::KnowledgeBase',
    'AWS::Bedrock::Model',
    'AWS::Bedrock::PromptVersion',
    'AWS::Bedrock::Session',
    'AWS::BedrockMantle::Project',
  ])('record %s', (type) => {
    const found = selectors.filter((selector) => selector.type === type);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ category: 'Data' });
    expect(found[0]?.fields).toHaveLength(2);
  });

  test('name each type once, and KMS not at all: its calls are management events', () => {
    const types = selectors.map(({ type }) => type).filter((type) => type !== '');
    expect(new Set(types).size).toBe(types.length);
    expect(types).toEqual(expect.arrayContaining([...BEDROCK_DATA_EVENT_TYPES]));
    expect(types.filter((type) => type.includes('KMS'))).toEqual([]);
  });

  test('stay within what CloudTrail takes: 500 conditions, each field with an operator', () => {
    const values = all.flatMap(({ fields }) =>
      fields.flatMap(
        (field) => [...list(at(field, 'Equals')), ...list(at(field, 'NotStartsWith'))] as Json[],
      ),
    );
    expect(values.length).toBeLessThanOrEqual(500);
    for (const { fields } of selectors) {
      for (const field of fields) expect(Object.keys(field ?? {}).length).toBeGreaterThan(1);
    }
  });
});

describe('the name', () => {
  test.each(['abc', 'A1b', 'a-b.c_d', 'a'.repeat(128)])('%s is accepted', (name) => {
    expect(() => trailIn(testStack(), name)).not.toThrow();
  });

  test.each(['', 'ab', 'a'.repeat(129), 'a--b', 'a-_b', 'abc-', '-abc', 'a b c', 'abc/def'])(
    'fails for %p',
    (name) => {
      expect(refusal(() => trailIn(testStack(), name)).code).toBe('TrailName');
      expect(() => trailIn(testStack(), name)).toThrow(`[Test/Trail] trailName is '${name}';`);
    },
  );

  test('known only at deployment is left to CloudTrail', () => {
    expect(() => trailIn(testStack(), Lazy.string({ produce: () => 'invented' }))).not.toThrow();
  });
});
