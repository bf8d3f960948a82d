import { aws_iam as iam } from 'aws-cdk-lib';
import { TAGS } from '../../lib/contract/tags';
import { SigningKey, type SigningKeyProps } from '../../lib/encryption/signing-key';
import { findingsOf } from '../support/strict-findings';
import { at, list, onlyResource, refusal, synthesize, testStack } from '../support/synthesize';
import { ACCOUNT, ACCOUNT_ROOT, decide, DEPLOYER, text } from './policy-evaluator';

const CUSTODIAN = `arn:aws:iam::${ACCOUNT}:role/Custodian`;
const SIGNER = `arn:aws:iam::${ACCOUNT}:role/Signer`;
const PROPS: SigningKeyProps = {
  description: 'closes of the ledger',
  rotateBy: '2027-10-31',
  administrators: [CUSTODIAN],
};

const stack = testStack();
const key = new SigningKey(stack, 'Signing', PROPS);
key.grantSign(new iam.Role(stack, 'Signer', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }));
const template = synthesize(stack);
const resource = onlyResource(template, 'AWS::KMS::Key');
const policy = resource.Properties['KeyPolicy'];
const ask = (arn: string, action: string, algorithm = 'ECDSA_SHA_256') =>
  decide(policy, { caller: { arn }, action, context: { 'kms:SigningAlgorithm': algorithm } });

test('the key signs with P-256, says by when another takes over, and outlives its stack', () => {
  expect(resource).toMatchObject({
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', PendingWindowInDays: 30 },
  });
  expect(resource.Properties).not.toHaveProperty('EnableKeyRotation');
  const tags = list(resource.Properties['Tags']).map((tag) => [at(tag, 'Key'), at(tag, 'Value')]);
  expect(tags).toContainEqual([TAGS.rotateBy, '2027-10-31']);
});

test.each([DEPLOYER, ACCOUNT_ROOT, CUSTODIAN])('%s manages the key and cannot sign', (arn) => {
  expect(ask(arn, 'kms:ScheduleKeyDeletion')).toBe('allowed');
  expect(ask(arn, 'kms:PutKeyPolicy')).toBe('allowed');
  expect(ask(arn, 'kms:Sign')).toBe('denied');
  expect(ask(arn, 'kms:CreateGrant')).toBe('denied');
});

test('others sign with the one algorithm, and administer nothing', () => {
  expect(ask(SIGNER, 'kms:Sign')).toBe('allowed');
  expect(ask(SIGNER, 'kms:Sign', 'ECDSA_SHA_384')).toBe('not allowed');
  for (const action of ['kms:PutKeyPolicy', 'kms:DisableKey', 'kms:CreateGrant', 'kms:ScheduleKeyDeletion'])
    expect(ask(SIGNER, action)).toBe('not allowed');
});

test('everybody of the account may verify, and nobody of another', () => {
  const verify = (account: string) =>
    decide(policy, {
      caller: { arn: `arn:aws:iam::${account}:role/Auditor` },
      action: 'kms:GetPublicKey',
      context: { 'aws:PrincipalAccount': account },
    });
  expect(verify(ACCOUNT)).toBe('allowed');
  expect(verify('444455556666')).toBe('not allowed');
});

test('a role that is granted signs by this key and this algorithm alone', () => {
  const statements = list(
    at(onlyResource(template, 'AWS::IAM::Policy').Properties['PolicyDocument'], 'Statement'),
  );
  expect(statements).toMatchObject([
    { Action: 'kms:GetPublicKey' },
    { Action: 'kms:Sign', Condition: { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } } },
  ]);
  for (const statement of statements) expect(text(at(statement, 'Resource'))).toMatch(/^<Signing.*\.Arn>$/u);
});

test('the strict profile finds nothing in the key', () => {
  expect(findingsOf(template, 'AWS::KMS::Key')).toEqual([]);
});

test.each(['', 'soon', '2027-13-01', '2027-10-32', '2027-10-31T00:00:00Z'])(
  'a last day of %p is refused',
  (rotateBy) => {
    const refused = refusal(() => new SigningKey(testStack(), 'Signing', { ...PROPS, rotateBy }));
    expect(refused.code).toBe('RotateBy');
  },
);

test('administrators are roles or users, and named', () => {
  const administrators = ['*'];
  const refused = refusal(() => new SigningKey(testStack(), 'Signing', { ...PROPS, administrators }));
  expect(refused.code).toBe('Administrators');
});
