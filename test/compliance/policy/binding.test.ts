import { bindsConditions, classOf, namesSource } from '../../../lib/compliance/policy/binding';
import { readDocument } from '../../../lib/compliance/policy/document';
import type { JsonObject } from '../../../lib/compliance/template/json';

function statement(condition: JsonObject) {
  const [only] = readDocument({
    Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition },
  });
  if (!only) throw new Error('no statement');
  return only;
}

test.each([
  ['aws:MultiFactorAuthPresent', 'mfa'],
  ['aws:CurrentTime', 'time'],
  ['aws:SecureTransport', 'transport'],
  ['aws:SourceIp', 'network'],
  ['aws:SourceVpce', 'network'],
  ['aws:SourceArn', 'source'],
  ['aws:SourceAccount', 'source'],
  ['kms:ViaService', 'service'],
  ['iam:PassedToService', 'service'],
  ['aws:RequestTag/team', 'tag'],
  ['aws:PrincipalTag/team', 'tag'],
  ['aws:PrincipalOrgID', 'principal'],
  ['sts:ExternalId', 'principal'],
  ['token.actions.githubusercontent.com:sub', 'principal'],
  ['aws:ResourceTag/team', 'resource'],
  ['aws:ResourceAccount', 'resource'],
  ['ec2:ResourceTag/team', 'resource'],
  ['iam:PermissionsBoundary', 'resource'],
  ['s3:VersionId', 'other'],
])('%s says something about the %s', (key, name) => {
  expect(classOf(key.toLowerCase())).toBe(name);
});

test.each<readonly [string, JsonObject, boolean]>([
  ['a tag keeps an Allow to some resources', { StringEquals: { 'aws:ResourceTag/a': 'b' } }, true],
  ['a tag of any value does not', { StringLike: { 'aws:ResourceTag/a': '*' } }, false],
  ['a tag that may be missing does not', { StringEqualsIfExists: { 'aws:ResourceTag/a': 'b' } }, false],
  ['a second factor does not', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, false],
  ['a time does not', { DateLessThan: { 'aws:CurrentTime': '2030-01-01' } }, false],
  ['a network does not', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, false],
  ['a negation does not', { StringNotEquals: { 'aws:ResourceTag/a': 'b' } }, false],
  ['no condition does not', {}, false],
])('%s', (_, condition, answer) => {
  expect(bindsConditions(statement(condition))).toBe(answer);
});

test.each<readonly [string, JsonObject, boolean]>([
  ['a source account', { StringEquals: { 'aws:SourceAccount': '111122223333' } }, true],
  ['a source organization', { StringEquals: { 'aws:SourceOrgID': 'o-1' } }, true],
  ['a source ARN with its account', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:*' } }, true],
  ['a source ARN of any account', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } }, false],
  ['a principal', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, false],
])('names the source by %s: %p', (_, condition, answer) => {
  expect(namesSource(statement(condition))).toBe(answer);
});
