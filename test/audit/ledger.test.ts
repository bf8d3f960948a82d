import { aws_iam as iam } from 'aws-cdk-lib';
import { wireLedger } from '../../lambda/gateway/wire-ledger';
import { Ledger } from '../../lib/audit/ledger';
import { LEDGER_METRICS, LEDGER_NAMESPACE, LEDGER_VARIABLES } from '../../lib/contract/ledger';
import { TAGS } from '../../lib/contract/tags';
import { text } from '../encryption/policy-evaluator';
import { Access } from '../gateway/access';
import { ledgerPlace } from '../gateway/gateway-place';
import { at, list, onlyResource, resourcesOf, synthesize, testStack } from '../support/synthesize';

function build(isTold = true) {
  const stack = testStack();
  const { props } = ledgerPlace(stack);
  const { alarmTopic, ...quiet } = props;
  const ledger = new Ledger(stack, 'Ledger', isTold ? { ...quiet, alarmTopic } : quiet);
  const service = new iam.ServicePrincipal('lambda.amazonaws.com');
  const writer = new iam.Role(stack, 'Writer', { assumedBy: service });
  ledger.grantAppend(writer);
  // somebody with every right over S3 that a policy of their own can give
  const admin = new iam.Role(stack, 'Admin', { assumedBy: service });
  admin.addToPolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
  return { ledger, template: synthesize(stack) };
}

const { ledger, template } = build();
const access = new Access(template);
const BUCKET = access.id('AWS::S3::Bucket', 'Records');
const WRITER = access.role('Writer');
const SEALER = access.role('LedgerSealer');
const ADMIN = access.role('Admin');
const RECORD = 'writers/w-1/00000001/00000001.jsonl';
const ONCE = { 's3:if-none-match': '*' };
const put = (who: string, context: Readonly<Record<string, string>>) =>
  access.onBucket(who, BUCKET, 's3:PutObject', RECORD, context);

describe('a record', () => {
  test.each([WRITER, SEALER, ADMIN])('is written by %s under a name that nobody wrote before', (who) => {
    expect(put(who, ONCE)).toBe('allowed');
  });

  test.each([WRITER, SEALER, ADMIN])('is not overwritten by %s with another version', (who) => {
    expect(put(who, {})).toBe('denied');
  });

  test('is under the key of the bucket', () => {
    const under = (key: string) =>
      put(WRITER, { ...ONCE, 's3:x-amz-server-side-encryption-aws-kms-key-id': key });
    expect(under(`<${access.id('AWS::KMS::Key', 'RedactedKey')}.Arn>`)).toBe('allowed');
    expect(under('arn:aws:kms:us-east-1:444455556666:key/theirs')).toBe('denied');
    expect(put(WRITER, { ...ONCE, 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' })).toBe(
      'denied',
    );
  });

  test.each([
    's3:DeleteObject',
    's3:DeleteObjectVersion',
    's3:BypassGovernanceRetention',
    's3:PutObjectRetention',
    's3:PutObjectLegalHold',
    's3:ReplicateObject',
    's3:ReplicateDelete',
  ])('is taken away by nobody: %s is denied, whatever else allows it', (action) => {
    for (const who of [WRITER, SEALER, ADMIN])
      expect([who, access.onBucket(who, BUCKET, action, RECORD)]).toEqual([who, 'denied']);
  });

  test('is read back by whoever writes', () => {
    for (const who of [WRITER, SEALER])
      expect(access.onBucket(who, BUCKET, 's3:GetObject', RECORD)).toBe('allowed');
  });

  test('is found by the sealer alone: a writer knows its own names', () => {
    expect(access.onBucket(SEALER, BUCKET, 's3:ListBucket')).toBe('allowed');
    expect(access.onBucket(WRITER, BUCKET, 's3:ListBucket')).toBe('not allowed');
  });
});

describe('keys', () => {
  const ofBucket = access.id('AWS::KMS::Key', 'RedactedKey');
  const ofSecret = access.id('AWS::KMS::Key', 'KeysData');
  const signing = access.id('AWS::KMS::Key', 'GatewayKeysLedgerSigning');
  const via = (service: string) => ({ 'kms:ViaService': `${service}.us-east-1.amazonaws.com` });

  test.each([WRITER, SEALER])('of the bucket are used by %s through S3 and not past it', (who) => {
    for (const action of ['kms:Decrypt', 'kms:GenerateDataKey']) {
      expect(access.onKey(who, ofBucket, action, via('s3'))).toBe('allowed');
      expect(access.onKey(who, ofBucket, action, via('dynamodb'))).toBe('not allowed');
      expect(access.onKey(who, ofBucket, action, {})).toBe('not allowed');
    }
  });

  test('of the secret are used by writers through Secrets Manager, and for nothing else under them', () => {
    expect(access.onKey(WRITER, ofSecret, 'kms:Decrypt', via('secretsmanager'))).toBe('allowed');
    expect(access.onKey(WRITER, ofSecret, 'kms:Decrypt', via('s3'))).toBe('not allowed');
    expect(access.onKey(SEALER, ofSecret, 'kms:Decrypt', via('secretsmanager'))).toBe('not allowed');
  });

  test.each([WRITER, SEALER])('that sign, sign for %s by one algorithm', (who) => {
    const sign = (algorithm: string) =>
      access.onKey(who, signing, 'kms:Sign', { 'kms:SigningAlgorithm': algorithm });
    expect(sign('ECDSA_SHA_256')).toBe('allowed');
    expect(sign('ECDSA_SHA_384')).toBe('not allowed');
  });
});

describe('the secret of digests', () => {
  const id = access.id('AWS::SecretsManager::Secret');
  const secret = onlyResource(template, 'AWS::SecretsManager::Secret');

  test('is made of chance, under the key of the customer, and outlives its stack', () => {
    expect(secret).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    expect(at(secret.Properties['GenerateSecretString'], 'PasswordLength')).toBe(64);
    expect(secret.Properties).not.toHaveProperty('SecretString');
    expect(text(secret.Properties['KmsKeyId'])).toBe(`<${access.id('AWS::KMS::Key', 'KeysData')}.Arn>`);
  });

  test('is read by writers, and not by the sealer', () => {
    const read = (who: string) => access.onResource(who, 'secretsmanager:GetSecretValue', `<${id}.Id>`);
    expect(read(WRITER)).toBe('allowed');
    expect(read(SEALER)).toBe('not allowed');
  });
});

describe('the sealer', () => {
  const sealer = onlyResource(template, 'AWS::Lambda::Function');
  const variables = at(sealer.Properties['Environment'], 'Variables');
  const rule = onlyResource(template, 'AWS::Events::Rule');

  test('runs every five minutes, and is not called again for a run that is late', () => {
    expect(rule.Properties['ScheduleExpression']).toBe('rate(5 minutes)');
    expect(list(rule.Properties['Targets']).map((each) => at(each, 'RetryPolicy'))).toEqual([
      { MaximumEventAgeInSeconds: 120, MaximumRetryAttempts: 1 },
    ]);
  });

  test('knows bucket and signing key, and no secret', () => {
    expect(Object.keys(variables ?? {}).sort()).toEqual(
      [LEDGER_VARIABLES.bucket, LEDGER_VARIABLES.signingKeyArn].sort(),
    );
  });

  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').filter(
    ({ Properties }) => Properties['Namespace'] === LEDGER_NAMESPACE,
  );

  test('tells of a chain that does not hold, and of silence', () => {
    const told = alarms.map(({ Properties: properties }) => [
      properties['MetricName'],
      properties['ComparisonOperator'],
      properties['Threshold'],
      properties['Period'],
      properties['TreatMissingData'],
    ]);
    expect(told).toEqual([
      [LEDGER_METRICS.broken, 'GreaterThanOrEqualToThreshold', 1, 300, 'notBreaching'],
      // no value at all is what silence is
      [LEDGER_METRICS.checkpoints, 'LessThanThreshold', 1, 900, 'breaching'],
    ]);
    for (const { Properties } of alarms) {
      expect(list(Properties['AlarmActions'])).toHaveLength(1);
      expect(Properties).not.toHaveProperty('Dimensions');
    }
  });

  test('has no alarms where nobody is to be told', () => {
    expect(resourcesOf(build(false).template, 'AWS::CloudWatch::Alarm')).toEqual([]);
  });
});

test('a writer finds in its environment what its code asks for, and without any of it does not start', () => {
  const names = Object.keys(ledger.variables);
  const environment = Object.fromEntries(
    names.map((name) => [name, 'arn:aws:kms:us-east-1:111122223333:key/k']),
  );
  expect(() => wireLedger(environment)).not.toThrow();
  for (const name of names) expect(() => wireLedger({ ...environment, [name]: '' })).toThrow(name);
});

test('all of it is tagged as a record of what was done', () => {
  const tagsOf = (type: string, prefix: string) =>
    list(template.Resources[access.id(type, prefix)]?.Properties['Tags']).map((tag) => [
      at(tag, 'Key'),
      at(tag, 'Value'),
    ]);
  for (const [type, prefix] of [
    ['AWS::SecretsManager::Secret', ''],
    ['AWS::Lambda::Function', 'LedgerSealer'],
  ] as const)
    expect(tagsOf(type, prefix)).toContainEqual([TAGS.dataClass, 'AUDIT']);
});
