import { aws_iam as iam, Duration } from 'aws-cdk-lib';
import { RedactedDeliveryStream } from '../../lib/redaction/redacted-delivery-stream';
import { decide, text } from '../encryption/policy-evaluator';
import { hookPlace } from '../support/hook-place';
import {
  at,
  list,
  logicalIdsOf,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type Json,
} from '../support/synthesize';

const stack = testStack();
const { place, accessLogs } = hookPlace(stack);
const redacted = new RedactedDeliveryStream(stack, 'Stream', { ...place, accessLogs });
const reader = new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('glue.amazonaws.com') });
redacted.grantReadRedacted(reader);
const template = synthesize(stack);
const idOf = (type: string, start: string): string =>
  logicalIdsOf(template, type).find((id) => id.startsWith(start)) ?? '';
const bucket = idOf('AWS::S3::Bucket', 'StreamBucket');
const dataKey = `<${idOf('AWS::KMS::Key', 'KeysData')}.Arn>`;
const destination = onlyResource(template, 'AWS::KinesisFirehose::DeliveryStream').Properties[
  'ExtendedS3DestinationConfiguration'
];
const policyOf = (role: string): Json | undefined =>
  [...resourcesOf(template, 'AWS::IAM::ManagedPolicy'), ...resourcesOf(template, 'AWS::IAM::Policy')].find(
    ({ Properties }) => JSON.stringify(Properties['Roles']).includes(role),
  )?.Properties['PolicyDocument'];

test('records are encrypted in the stream and in the bucket, which is PHI', () => {
  const { Properties } = onlyResource(template, 'AWS::KinesisFirehose::DeliveryStream');
  expect(text(at(Properties['DeliveryStreamEncryptionConfigurationInput'], 'KeyARN'))).toBe(dataKey);
  expect(text(at(destination, 'EncryptionConfiguration', 'KMSEncryptionConfig', 'AWSKMSKeyARN'))).toBe(
    dataKey,
  );
  for (const tags of [Properties['Tags'], template.Resources[bucket]?.Properties['Tags']])
    expect(list(tags)).toContainEqual({ Key: 'hipaa-ai:data-class', Value: 'PHI' });
});

test('what was not redacted is under a prefix of its own, and only that expires', () => {
  expect(at(destination, 'Prefix')).toMatch(/^redacted\//u);
  expect(at(destination, 'ErrorOutputPrefix')).toMatch(/^quarantine\/!\{firehose:error-output-type\}\//u);
  const rules = list(at(template.Resources[bucket]?.Properties['LifecycleConfiguration'], 'Rules'));
  expect(rules.filter((rule) => at(rule, 'ExpirationInDays') !== undefined)).toEqual([
    expect.objectContaining({ ExpirationInDays: 30, Prefix: 'quarantine/', Status: 'Enabled' }),
  ]);
});

test('every record passes the function, in batches whose answer fits', () => {
  const [processor] = list(at(destination, 'ProcessingConfiguration', 'Processors'));
  const parameters = Object.fromEntries(
    list(at(processor, 'Parameters')).map((each) => [
      text(at(each, 'ParameterName')),
      text(at(each, 'ParameterValue')),
    ]),
  );
  expect(parameters).toMatchObject({
    LambdaArn: `<${idOf('AWS::Lambda::Function', 'StreamFunction')}.Arn>`,
    BufferSizeInMBs: '1',
  });
  expect(at(destination, 'ProcessingConfiguration', 'Enabled')).toBe(true);
});

test('the reader of redacted records reads no quarantined one', () => {
  const policy = policyOf('Reader');
  expect(decide(policy, { action: 's3:GetObject', resource: `<${bucket}.Arn>/redacted/2026/a` })).toBe(
    'allowed',
  );
  expect(decide(policy, { action: 's3:GetObject', resource: `<${bucket}.Arn>/quarantine/a` })).toBe(
    'not allowed',
  );
});

test('Firehose writes to the bucket, asks the function, and uses the key through S3 for this bucket alone', () => {
  const policy = policyOf('DeliveryRole');
  const s3 = { 'kms:ViaService': 's3.us-east-1.amazonaws.com' };
  const own = { ...s3, 'kms:EncryptionContext:aws:s3:arn': `<${bucket}.Arn>` };
  expect(decide(policy, { action: 's3:PutObject', resource: `<${bucket}.Arn>/redacted/a` })).toBe('allowed');
  expect(decide(policy, { action: 's3:PutObject', resource: '<Another.Arn>/redacted/a' })).toBe(
    'not allowed',
  );
  expect(decide(policy, { action: 'kms:GenerateDataKey', resource: dataKey, context: own })).toBe('allowed');
  expect(decide(policy, { action: 'kms:GenerateDataKey', resource: dataKey, context: s3 })).toBe(
    'not allowed',
  );
  expect(decide(policy, { action: 'kms:GenerateDataKey', resource: dataKey })).toBe('not allowed');
  const [role] = resourcesOf(template, 'AWS::IAM::Role').filter(({ Properties }) =>
    JSON.stringify(Properties).includes('firehose.amazonaws.com'),
  );
  expect(JSON.stringify(role?.Properties['AssumeRolePolicyDocument'])).toContain('sts:ExternalId');
});

test('the function may do nothing but log', () => {
  expect(
    decide(policyOf('StreamFunctionRole'), {
      action: 's3:GetObject',
      resource: `<${bucket}.Arn>/redacted/a`,
    }),
  ).toBe('not allowed');
  expect(decide(policyOf('StreamFunctionRole'), { action: 'kms:Decrypt', resource: dataKey })).toBe(
    'not allowed',
  );
});

test('records that fail are counted, and somebody is told', () => {
  const filters = onlyResource(template, 'AWS::Logs::MetricFilter').Properties;
  const [transformation] = list(filters['MetricTransformations']);
  expect(at(transformation, 'MetricValue')).toBe('$.failed');
  expect(
    resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties['MetricName']),
  ).toContain(at(transformation, 'MetricName'));
});

test.each([0, 91])('a quarantine of %d days is refused', (days) => {
  const other = testStack();
  const around = hookPlace(other);
  const props = { ...around.place, accessLogs: around.accessLogs, quarantineExpiry: Duration.days(days) };
  expect(refusal(() => new RedactedDeliveryStream(other, 'Stream', props)).code).toBe('QuarantineExpiry');
});
