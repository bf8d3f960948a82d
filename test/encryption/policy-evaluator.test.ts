import { ACCOUNT, ACCOUNT_ROOT, decide, text } from './policy-evaluator';

const role = { arn: `arn:aws:iam::${ACCOUNT}:role/Clinician` };
const allow = { Effect: 'Allow', Principal: { AWS: ACCOUNT_ROOT }, Action: 'kms:*', Resource: '*' };

test('a deny outweighs an allow', () => {
  const deny = { Effect: 'Deny', Principal: '*', Action: ['kms:Decrypt'], Resource: '*' };
  expect(decide({ Statement: [allow, deny] }, { caller: role, action: 'kms:Decrypt' })).toBe('denied');
  expect(decide({ Statement: [allow, deny] }, { caller: role, action: 'kms:Encrypt' })).toBe('allowed');
});

test('nothing that matches is not allowed', () => {
  expect(decide({ Statement: [] }, { caller: role, action: 'kms:Decrypt' })).toBe('not allowed');
});

test('the account stands for its identities, not for those of others', () => {
  const stranger = { arn: 'arn:aws:iam::444455556666:role/Stranger' };
  expect(decide({ Statement: [allow] }, { caller: role, action: 'kms:Decrypt' })).toBe('allowed');
  expect(decide({ Statement: [allow] }, { caller: stranger, action: 'kms:Decrypt' })).toBe('not allowed');
});

test.each([
  ['StringEquals', 'not allowed'],
  ['StringNotEquals', 'allowed'],
  ['ArnLike', 'not allowed'],
  ['ArnNotLike', 'allowed'],
])('an absent key under %s: %s', (operator, decision) => {
  const statement = { ...allow, Condition: { [operator]: { 'aws:SourceVpce': 'vpce-1' } } };
  expect(decide({ Statement: [statement] }, { caller: role, action: 'kms:Decrypt' })).toBe(decision);
});

test('fails on an operator it does not know, instead of guessing', () => {
  const statement = { ...allow, Condition: { DateLessThan: { 'aws:CurrentTime': '2026-11-24' } } };
  expect(() => decide({ Statement: [statement] }, { caller: role, action: 'kms:Decrypt' })).toThrow(
    'DateLessThan',
  );
});

test('intrinsics read as text', () => {
  expect(
    text({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':', { 'Fn::GetAtt': ['Key', 'Arn'] }]] }),
  ).toBe('arn:aws:<Key.Arn>');
  expect(text({ 'Fn::Sub': 'role-${AWS::AccountId}' })).toBe(`role-${ACCOUNT}`);
});
