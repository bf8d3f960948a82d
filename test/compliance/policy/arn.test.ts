import * as fc from 'fast-check';
import { isAnything, parseArn } from '../../../lib/compliance/policy/arn';
import { isEverybody, isService, wholeAccount } from '../../../lib/compliance/policy/principal';

test('an ARN has five parts and a rest that may hold colons', () => {
  expect(parseArn('arn:aws:logs:us-east-1:111122223333:log-group:/a:*')).toEqual({
    partition: 'aws',
    service: 'logs',
    region: 'us-east-1',
    account: '111122223333',
    resource: 'log-group:/a:*',
  });
});

test('open places with colons of their own stay whole', () => {
  expect(parseArn('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/r')).toEqual({
    partition: '${AWS::Partition}',
    service: 'iam',
    region: '',
    account: '${AWS::AccountId}',
    resource: 'role/r',
  });
});

test.each(['', '*', 'arn', 'arn:aws:s3', 'urn:a:b:c:d:e', '${A:::::::'])('%s is no ARN', (text) => {
  expect(parseArn(text)).toBeUndefined();
});

test('any text is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ':', '$', '{', '}', '*', 'arn:') }), (text) => {
      const arn = parseArn(text);
      expect(arn === undefined || text.endsWith(arn.resource)).toBe(true);
    }),
  );
});

test.each([
  ['*', true],
  ['**', true],
  ['arn:aws:iam::*:root', true],
  ['arn:aws:iam::*:role/admin', true],
  ['arn:${AWS::Partition}:iam::*:root', true],
  ['arn:aws:iam::111122223333:role/*', false],
  ['111122223333', false],
  ['s3.amazonaws.com', false],
])('%s is everybody: %s', (principal, expected) => {
  expect(isEverybody(principal)).toBe(expected);
});

test.each([
  ['lambda.amazonaws.com', true],
  ['logs.us-east-1.amazonaws.com', true],
  ['logs.cn-north-1.amazonaws.com.cn', true],
  ['ec2.${AWS::URLSuffix}', true],
  ['amazonaws.com.evil.example', false],
  ['111122223333', false],
])('%s is a service: %s', (principal, expected) => {
  expect(isService(principal)).toBe(expected);
});

test.each([
  ['111122223333', '111122223333'],
  ['arn:aws:iam::111122223333:root', '111122223333'],
  ['arn:${AWS::Partition}:iam::${AWS::AccountId}:root', '${AWS::AccountId}'],
  ['arn:aws:iam::111122223333:role/r', undefined],
])('%s stands for account %s', (principal, account) => {
  expect(wholeAccount(principal)).toBe(account);
});

test.each([['*'], ['?*'], ['***']])('%s is anything', (pattern) => {
  expect(isAnything(pattern)).toBe(true);
});
test.each([[''], ['?'], ['a*']])('"%s" is not anything', (pattern) => {
  expect(isAnything(pattern)).toBe(false);
});
