import { contextOf } from '../../../lib/compliance/policy/request';
import { holds } from '../../../lib/compliance/policy/condition';
import { readDocument } from '../../../lib/compliance/policy/document';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { cpuMs } from '../../support/cpu-time';

type Context = Readonly<Record<string, readonly string[]>>;
type Row = readonly [sentence: string, condition: JsonObject, context: Context, answer: boolean | undefined];

const USER = { kind: 'user', arn: 'arn:aws:iam::111122223333:user/alice', tags: { Team: 'Blue' } } as const;

function answerOf(
  condition: JsonObject,
  context: Context,
  version: Json = '2012-10-17',
): boolean | undefined {
  const [statement] = readDocument({
    Version: version,
    Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition },
  });
  const [only, ...others] = statement?.conditions ?? [];
  if (!statement || !only || others.length > 0) throw new Error('one condition at a time');
  const lookup = contextOf({
    principal: USER,
    action: 's3:GetObject',
    resource: { arn: 'arn:aws:s3:::b/k', account: '111122223333' },
    context,
    undecided: ['aws:Unsure'],
  });
  return holds(only, { lookup, variables: statement.variables });
}

const ARN = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main';

// prettier-ignore
const TABLE: readonly Row[] = [
  ['StringEquals holds for the value', { StringEquals: { k: 'a' } }, { k: ['a'] }, true],
  ['StringEquals minds the case', { StringEquals: { k: 'a' } }, { k: ['A'] }, false],
  ['StringEquals takes a star as a star', { StringEquals: { k: 'a*' } }, { k: ['ab'] }, false],
  ['StringEquals holds for any of its values', { StringEquals: { k: ['a', 'b'] } }, { k: ['b'] }, true],
  ['StringEquals fails without the key', { StringEquals: { k: 'a' } }, {}, false],
  ['a key has no case', { StringEquals: { 'AWS:Key': 'a' } }, { 'aws:kEY': ['a'] }, true],
  ['StringNotEquals fails for any of its values', { StringNotEquals: { k: ['a', 'b'] } }, { k: ['b'] }, false],
  ['StringNotEquals holds for another value', { StringNotEquals: { k: ['a', 'b'] } }, { k: ['c'] }, true],
  ['StringNotEquals holds without the key', { StringNotEquals: { k: 'a' } }, {}, true],
  ['StringEqualsIgnoreCase does not mind the case', { StringEqualsIgnoreCase: { k: 'ABc' } }, { k: ['abC'] }, true],
  ['StringEqualsIgnoreCase compares all else', { StringEqualsIgnoreCase: { k: 'ABc' } }, { k: ['abd'] }, false],
  ['StringNotEqualsIgnoreCase is its opposite', { StringNotEqualsIgnoreCase: { k: 'A' } }, { k: ['a'] }, false],
  ['StringLike takes * as any text', { StringLike: { k: 'a*c' } }, { k: ['abbc'] }, true],
  ['StringLike takes ? as one character', { StringLike: { k: 'a?c' } }, { k: ['ac'] }, false],
  ['StringLike minds the case', { StringLike: { k: 'a*' } }, { k: ['Ab'] }, false],
  ['StringNotLike holds where no pattern fits', { StringNotLike: { k: ['a*', 'b*'] } }, { k: ['c'] }, true],
  ['StringNotLike fails where a pattern fits', { StringNotLike: { k: ['a*', 'b*'] } }, { k: ['bc'] }, false],
  ['IfExists holds without the key', { StringEqualsIfExists: { k: 'a' } }, {}, true],
  ['IfExists compares with the key', { StringEqualsIfExists: { k: 'a' } }, { k: ['b'] }, false],
  ['NumericEquals compares numbers', { NumericEquals: { k: '10' } }, { k: ['10.0'] }, true],
  ['NumericLessThan leaves out the limit', { NumericLessThan: { k: 10 } }, { k: ['10'] }, false],
  ['NumericLessThanEquals takes in the limit', { NumericLessThanEquals: { k: 10 } }, { k: ['10'] }, true],
  ['NumericGreaterThan compares numbers, not texts', { NumericGreaterThan: { k: '9' } }, { k: ['10'] }, true],
  ['NumericGreaterThanEquals takes in the limit', { NumericGreaterThanEquals: { k: '9' } }, { k: ['9'] }, true],
  ['NumericNotEquals holds without the key', { NumericNotEquals: { k: '9' } }, {}, true],
  ['what is no number decides nothing', { NumericLessThan: { k: '9' } }, { k: ['nine'] }, undefined],
  ['DateLessThan compares times', { DateLessThan: { k: '2026-01-01T00:00:00Z' } }, { k: ['2025-12-31T23:59:59Z'] }, true],
  ['DateLessThan leaves out the limit', { DateLessThan: { k: '2026-01-01' } }, { k: ['2026-01-01T00:00:00Z'] }, false],
  ['DateGreaterThanEquals minds the zone', { DateGreaterThanEquals: { k: '2026-01-01T00:00:00Z' } }, { k: ['2026-01-01T01:00:00+02:00'] }, false],
  ['a date may be seconds since 1970', { DateEquals: { k: '1767225600' } }, { k: ['2026-01-01T00:00:00Z'] }, true],
  ['DateNotEquals holds without the key', { DateNotEquals: { k: '2026-01-01' } }, {}, true],
  ['what is no date decides nothing', { DateLessThan: { k: 'tomorrow' } }, { k: ['2026-01-01'] }, undefined],
  ['the time of a request is undecided when not given', { DateLessThan: { 'aws:CurrentTime': '2026-01-01' } }, {}, undefined],
  ['Bool compares truth', { Bool: { k: true } }, { k: ['true'] }, true],
  ['Bool fails for the other', { Bool: { k: 'false' } }, { k: ['true'] }, false],
  ['Bool fails without the key', { Bool: { k: 'false' } }, {}, false],
  ['BoolIfExists holds without the key', { BoolIfExists: { k: 'true' } }, {}, true],
  ['BinaryEquals compares the Base64 text', { BinaryEquals: { k: 'QmluYXJ5' } }, { k: ['QmluYXJ5'] }, true],
  ['BinaryEquals fails for another', { BinaryEquals: { k: 'QmluYXJ5' } }, { k: ['qmluYXJ5'] }, false],
  ['IpAddress takes a range', { IpAddress: { k: '10.0.0.0/8' } }, { k: ['10.255.255.255'] }, true],
  ['IpAddress ends with its range', { IpAddress: { k: '10.0.0.0/8' } }, { k: ['11.0.0.0'] }, false],
  ['IpAddress takes a lone address', { IpAddress: { k: '10.0.0.1' } }, { k: ['10.0.0.1'] }, true],
  ['IpAddress takes every address of /0', { IpAddress: { k: '0.0.0.0/0' } }, { k: ['203.0.113.9'] }, true],
  ['IpAddress takes IPv6', { IpAddress: { k: '2001:db8::/32' } }, { k: ['2001:0db8:0000::1'] }, true],
  ['IpAddress ends with an IPv6 range', { IpAddress: { k: '2001:db8::/32' } }, { k: ['2001:db9::1'] }, false],
  ['IpAddress keeps IPv4 and IPv6 apart', { IpAddress: { k: '0.0.0.0/0' } }, { k: ['::1'] }, false],
  ['IPv6 may end as IPv4', { IpAddress: { k: '::ffff:a00:0/104' } }, { k: ['::ffff:10.1.2.3'] }, true],
  ['NotIpAddress holds outside', { NotIpAddress: { k: ['10.0.0.0/8', '192.0.2.0/24'] } }, { k: ['192.0.3.1'] }, true],
  ['NotIpAddress fails inside', { NotIpAddress: { k: ['10.0.0.0/8', '192.0.2.0/24'] } }, { k: ['192.0.2.1'] }, false],
  ['NotIpAddress holds without the key', { NotIpAddress: { k: '10.0.0.0/8' } }, {}, true],
  ['a range that is none decides nothing', { IpAddress: { k: '10.0.0.0/33' } }, { k: ['10.0.0.1'] }, undefined],
  ['ArnLike takes wildcards part by part', { ArnLike: { k: 'arn:aws:cloudtrail:*:111122223333:trail/*' } }, { k: [ARN] }, true],
  ['ArnEquals takes them too', { ArnEquals: { k: 'arn:aws:cloudtrail:*:111122223333:trail/ma?n' } }, { k: [ARN] }, true],
  ['ArnLike does not reach over a colon', { ArnLike: { k: 'arn:aws:*:111122223333:trail/main' } }, { k: [ARN] }, undefined],
  ['ArnLike minds the account', { ArnLike: { k: 'arn:aws:cloudtrail:*:444455556666:*' } }, { k: [ARN] }, false],
  ['ArnLike reaches over colons in the last part', { ArnLike: { k: 'arn:aws:logs:*:*:*' } }, { k: ['arn:aws:logs:eu-west-1:111122223333:log-group:a:*'] }, true],
  ['ArnLike with a star alone decides nothing', { ArnLike: { k: '*' } }, { k: [ARN] }, undefined],
  ['ArnNotLike fails where one fits', { ArnNotLike: { k: [ARN, 'arn:aws:s3:::x'] } }, { k: [ARN] }, false],
  ['ArnNotEquals holds without the key', { ArnNotEquals: { k: ARN } }, {}, true],
  ['ArnLike fails for what is no ARN', { ArnLike: { k: 'arn:aws:s3:::*' } }, { k: ['bucket'] }, false],
  ['Null true holds without the key', { Null: { k: 'true' } }, {}, true],
  ['Null true fails with the key', { Null: { k: true } }, { k: ['a'] }, false],
  ['Null false holds with the key', { Null: { k: 'false' } }, { k: ['a'] }, true],
  ['Null false fails without the key', { Null: { k: 'false' } }, {}, false],
  ['Null with both holds always', { Null: { k: ['true', 'false'] } }, {}, true],
  ['ForAllValues holds when each value is listed', { 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { k: ['a', 'b'] }, true],
  ['ForAllValues fails when one is not', { 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { k: ['a', 'c'] }, false],
  ['ForAllValues holds without the key', { 'ForAllValues:StringEquals': { k: ['a'] } }, {}, true],
  ['ForAllValues holds for nothing but an empty text', { 'ForAllValues:StringEquals': { k: ['a'] } }, { k: [''] }, true],
  ['ForAllValues with a negation fails when one is listed', { 'ForAllValues:StringNotEquals': { k: ['a'] } }, { k: ['a', 'c'] }, false],
  ['ForAllValues with a negation holds when none is listed', { 'ForAllValues:StringNotEquals': { k: ['a'] } }, { k: ['b', 'c'] }, true],
  ['ForAnyValue holds when one is listed', { 'ForAnyValue:StringLike': { k: 'a*' } }, { k: ['x', 'ab'] }, true],
  ['ForAnyValue fails when none is listed', { 'ForAnyValue:StringLike': { k: 'a*' } }, { k: ['x'] }, false],
  ['ForAnyValue fails without the key', { 'ForAnyValue:StringEquals': { k: 'a' } }, {}, false],
  ['ForAnyValue with a negation holds when one is not listed', { 'ForAnyValue:StringNotEquals': { k: ['a'] } }, { k: ['a', 'b'] }, true],
  ['ForAnyValue with a negation fails without the key', { 'ForAnyValue:StringNotEquals': { k: ['a'] } }, {}, false],
  ['ForAnyValue with IfExists decides nothing without the key', { 'ForAnyValue:StringEqualsIfExists': { k: 'a' } }, {}, undefined],
  ['one value asked for and several given, all alike, holds', { StringEquals: { k: ['a', 'b'] } }, { k: ['a', 'b'] }, true],
  ['one value asked for and several given decides nothing', { StringEquals: { k: 'a' } }, { k: ['a', 'b'] }, undefined],
  ['a key of which nothing is known decides nothing', { StringEquals: { 'aws:Unsure': 'a' } }, {}, undefined],
  ['an operator that IAM does not have decides nothing', { StringMatches: { k: 'a' } }, { k: ['a'] }, undefined],
  ['what follows from the principal is there', { ArnEquals: { 'aws:PrincipalArn': USER.arn } }, {}, true],
  ['its account is there', { StringEquals: { 'aws:PrincipalAccount': '111122223333' } }, {}, true],
  ['the account of the resource is there', { StringEquals: { 'aws:ResourceAccount': '111122223333' } }, {}, true],
  ['a tag key has no case, its value has', { StringEquals: { 'aws:PrincipalTag/team': 'Blue' } }, {}, true],
  ['a variable is filled in', { StringEquals: { k: 'home/${aws:username}' } }, { k: ['home/alice'] }, true],
  ['a variable filled in is compared', { StringEquals: { k: 'home/${aws:username}' } }, { k: ['home/bob'] }, false],
  ['a tag is filled in', { StringLike: { k: '${aws:PrincipalTag/Team}/*' } }, { k: ['Blue/x'] }, true],
  ['a default stands in for a tag that is not there', { StringEquals: { k: "${aws:PrincipalTag/None, 'all'}" } }, { k: ['all'] }, true],
  ['a default does not stand in for a tag that is there', { StringEquals: { k: "${aws:PrincipalTag/Team, 'all'}" } }, { k: ['all'] }, false],
  ['a variable without value holds for nothing', { StringEquals: { k: '${aws:PrincipalTag/None}' } }, { k: [''] }, false],
  ['a negation of a variable without value decides nothing', { StringNotEquals: { k: '${aws:PrincipalTag/None}' } }, { k: ['a'] }, undefined],
  ['an escaped star is a star', { StringLike: { k: 'a${*}' } }, { k: ['a*'] }, true],
  ['an escaped star is no wildcard', { StringLike: { k: 'a${*}' } }, { k: ['ab'] }, false],
  ['a value of a variable is no pattern', { StringLike: { k: '${q}' } }, { k: ['ab'], q: ['a*'] }, undefined],
  ['a colon makes a key, and its value is no pattern', { StringLike: { k: '${x:q}' } }, { k: ['ab'], 'x:q': ['a*'] }, false],
  ['an open place of the template decides nothing', { StringEquals: { k: '${Bucket.Arn}' } }, { k: ['b'] }, undefined],
  ['an open place is itself', { StringEquals: { k: '${Bucket.Arn}' } }, { k: ['${Bucket.Arn}'] }, true],
  ['what is written around an open place is compared', { StringEquals: { k: 'x-${AWS::Region}' } }, { k: ['y-1'] }, false],
];

test.each(TABLE)('%s', (_, condition, context, answer) => {
  expect(answerOf(condition, context)).toBe(answer);
});

test('a variable is text in a document without version 2012-10-17', () => {
  const condition = { StringEquals: { k: '${aws:username}' } };
  expect(answerOf(condition, { k: ['alice'] }, '2008-10-17')).toBe(false);
  expect(answerOf(condition, { k: ['alice'] })).toBe(true);
});

test('a long pattern and a long text come to an end', () => {
  const ms = cpuMs(() => {
    expect(answerOf({ StringLike: { k: `${'a*'.repeat(4000)}b` } }, { k: ['a'.repeat(9000)] })).toBe(false);
    expect(answerOf({ StringLike: { k: '*'.repeat(30_000) } }, { k: ['a'] })).toBeUndefined();
  });
  expect(ms).toBeLessThan(10_000);
});
