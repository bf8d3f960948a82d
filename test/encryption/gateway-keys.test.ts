import { Duration } from 'aws-cdk-lib';
import { BODY_PURPOSES } from '../../lib/contract/gateway';
import { GatewayKeys, type GatewayKeysProps } from '../../lib/encryption/gateway-keys';
import { findingsOf } from '../support/strict-findings';
import { refusal, resourcesOf, synthesize, testStack } from '../support/synthesize';
import { ACCOUNT, ACCOUNT_ROOT, decide, DEPLOYER } from './policy-evaluator';

const CUSTODIAN = `arn:aws:iam::${ACCOUNT}:role/Custodian`;
const READER = `arn:aws:iam::${ACCOUNT}:role/Reader`;

function build(change: Partial<GatewayKeysProps> = {}) {
  const stack = testStack();
  new GatewayKeys(stack, 'Keys', { signingRotateBy: '2027-10-31', administrators: [CUSTODIAN], ...change });
  return synthesize(stack);
}
const template = build();
const keys = resourcesOf(template, 'AWS::KMS::Key');
const bodies = keys.find(({ Properties }) => Properties['EnableKeyRotation'] === true);
const signing = keys.find(({ Properties }) => Properties['KeyUsage'] === 'SIGN_VERIFY');
const ask = (arn: string, action: string, context: Readonly<Record<string, string>> = {}) =>
  decide(bodies?.Properties['KeyPolicy'], { caller: { arn }, action, context });

test('there are two keys: one that seals and changes, one that signs', () => {
  expect(keys).toHaveLength(2);
  expect(bodies?.Properties['RotationPeriodInDays']).toBe(365);
  expect(signing?.Properties['KeySpec']).toBe('ECC_NIST_P256');
  for (const key of keys)
    expect(key).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
});

test.each(Object.values(BODY_PURPOSES))('a message is sealed and opened for %s', (purpose) => {
  const context = { 'kms:EncryptionContext:purpose': purpose };
  for (const action of ['kms:Decrypt', 'kms:GenerateDataKey'])
    expect(ask(READER, action, context)).toBe('allowed');
  for (const action of ['kms:Encrypt', 'kms:ReEncryptFrom', 'kms:GenerateDataKeyWithoutPlaintext'])
    expect(ask(READER, action, context)).toBe('not allowed');
});

test.each([
  ['another purpose', { 'kms:EncryptionContext:purpose': 'original' }],
  ['a purpose that begins like one', { 'kms:EncryptionContext:purpose': `${BODY_PURPOSES.body}-2` }],
  ['no purpose', {}],
])('and for %s it is not', (_, context) => {
  for (const action of ['kms:Decrypt', 'kms:GenerateDataKey'])
    expect(ask(READER, action, context)).toBe('not allowed');
});

test('the bucket of bodies reaches it through S3, and no other service does', () => {
  expect(ask(READER, 'kms:GenerateDataKey', { 'kms:ViaService': 's3.us-east-1.amazonaws.com' })).toBe(
    'allowed',
  );
  expect(ask(READER, 'kms:GenerateDataKey', { 'kms:ViaService': 'sqs.us-east-1.amazonaws.com' })).toBe(
    'not allowed',
  );
});

test.each([DEPLOYER, ACCOUNT_ROOT, CUSTODIAN])('%s manages it and opens nothing', (arn) => {
  expect(ask(arn, 'kms:ScheduleKeyDeletion')).toBe('allowed');
  expect(ask(arn, 'kms:Decrypt', { 'kms:EncryptionContext:purpose': BODY_PURPOSES.body })).toBe('denied');
});

test('whoever is no administrator manages nothing', () => {
  for (const action of ['kms:PutKeyPolicy', 'kms:DisableKey', 'kms:ScheduleKeyDeletion'])
    expect(ask(READER, action)).toBe('not allowed');
});

test.each([
  ['RotationPeriod', { rotationPeriod: Duration.days(89) }],
  ['RotationPeriod', { rotationPeriod: Duration.days(366) }],
  ['RotateBy', { signingRotateBy: 'soon' }],
  ['Administrators', { administrators: ['*'] }],
])('%s is refused where it is wrong', (code, change) => {
  expect(refusal(() => build(change)).code).toBe(code);
});

test.each([90, 365])('the key of bodies may change every %d days', (days) => {
  const made = resourcesOf(build({ rotationPeriod: Duration.days(days) }), 'AWS::KMS::Key');
  expect(made.map(({ Properties }) => Properties['RotationPeriodInDays'])).toContain(days);
});

test('the strict profile finds nothing in the keys', () => {
  expect(findingsOf(template, 'AWS::KMS::Key')).toEqual([]);
});
