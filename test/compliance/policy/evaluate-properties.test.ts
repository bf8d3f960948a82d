import * as fc from 'fast-check';
import { readDocument } from '../../../lib/compliance/policy/document';
import { evaluate, type Policies } from '../../../lib/compliance/policy/evaluate';
import type { Request } from '../../../lib/compliance/policy/request';
import type { Statement } from '../../../lib/compliance/policy/statement';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';

const RUNS = { numRuns: process.env['SLOW'] === '1' ? 5000 : 500 };
const OWN = '111122223333';
const OTHER = '444455556666';

const principal = fc.constantFrom<Request['principal']>(
  { kind: 'user', arn: `arn:aws:iam::${OWN}:user/alice` },
  { kind: 'role', arn: `arn:aws:iam::${OWN}:role/app`, session: 'one', tags: { team: 'blue' } },
  { kind: 'role', arn: `arn:aws:iam::${OTHER}:role/app`, session: 'one' },
  { kind: 'root', account: OWN },
  { kind: 'service', name: 'sns.amazonaws.com' },
  { kind: 'anonymous' },
);
const asked = fc.constantFrom(
  { action: 's3:GetObject', resource: { arn: 'arn:aws:s3:::records/blue', account: OWN } },
  { action: 'kms:Decrypt', resource: { arn: `arn:aws:kms:us-east-1:${OWN}:key/k` } },
  { action: 'sts:AssumeRole', resource: { arn: `arn:aws:iam::${OWN}:role/target` } },
  { action: 'sqs:SendMessage', resource: { arn: `arn:aws:sqs:us-east-1:${OWN}:jobs` } },
);
const request: fc.Arbitrary<Request> = fc
  .tuple(
    principal,
    asked,
    fc.constantFrom<Record<string, readonly string[]>>({}, { 'aws:SourceVpce': ['vpce-1'] }),
    fc.subarray(['aws:SourceIp']),
  )
  .map(([who, what, context, undecided]) => ({ principal: who, ...what, context, undecided }));

const condition = fc.constantFrom<JsonObject | undefined>(
  undefined,
  undefined,
  { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
  { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
  { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
  { StringLike: { 'aws:PrincipalTag/team': 'b*' } },
);
const who = fc.constantFrom<Json>(
  '*',
  { AWS: OWN },
  { AWS: OTHER },
  { AWS: `arn:aws:iam::${OWN}:role/app` },
  { AWS: `arn:aws:sts::${OWN}:assumed-role/app/one` },
  { AWS: `arn:aws:iam::${OWN}:user/alice` },
  { Service: 'sns.amazonaws.com' },
);
const statement = fc
  .record({
    effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Allow', 'Allow', 'Allow', 'Deny'),
    action: fc.constantFrom('*', 's3:*', 'kms:Decrypt', 'sts:Assume*', 'sqs:SendMessage'),
    resource: fc.constantFrom(
      '*',
      'arn:aws:s3:::records/*',
      'arn:aws:s3:::records/${aws:PrincipalTag/team}',
      '${Open}',
    ),
    negate: fc.constantFrom('', '', '', 'Not'),
    who,
    condition,
  })
  .map((parts): JsonObject => ({
    Effect: parts.effect,
    Principal: parts.who,
    [`${parts.negate}Action`]: parts.action,
    Resource: parts.resource,
    ...(parts.condition ? { Condition: parts.condition } : {}),
  }));
const document: fc.Arbitrary<readonly Statement[]> = fc
  .array(statement, { minLength: 1, maxLength: 4 })
  .map((Statement) => readDocument({ Version: '2012-10-17', Statement }));
const limited = fc.record(
  {
    identity: document,
    resource: document,
    boundary: document,
    session: document,
    endpoint: document.map((statements) => ({ type: 'Interface' as const, statements })),
    scps: fc.array(document, { maxLength: 2 }),
    rcps: fc.array(document, { maxLength: 2 }),
  },
  { requiredKeys: ['identity', 'resource'] },
);
// under every kind of limit next to nothing is allowed
const policies: fc.Arbitrary<Policies> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ identity: document, resource: document }) },
  { weight: 2, arbitrary: limited },
);

const verdict = (...given: Parameters<typeof evaluate>) => evaluate(...given).verdict;
const DENY_ALL = readDocument({ Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' } });
const RANK = { denied: 0, unknown: 1, allowed: 2 } as const;

test('every kind of verdict comes up often', () => {
  const seen = fc.sample(fc.tuple(request, policies), 500).map(([asks, all]) => verdict(asks, all));
  const often = ['allowed', 'denied', 'unknown'].filter(
    (kind) => seen.filter((each) => each === kind).length > 4,
  );
  expect(often).toEqual(['allowed', 'denied', 'unknown']);
});

test.each(['identity', 'resource', 'boundary', 'session'] as const)(
  'a Deny in a %s policy never grants',
  (kind) => {
    fc.assert(
      fc.property(request, policies, statement, (asks, all, further) => {
        const [deny] = readDocument({ Version: '2012-10-17', Statement: { ...further, Effect: 'Deny' } });
        if (!deny || (all[kind] === undefined && kind !== 'identity')) return;
        const more = { ...all, [kind]: [...(all[kind] ?? []), deny] };
        expect(RANK[verdict(asks, more)]).toBeLessThanOrEqual(RANK[verdict(asks, all)]);
      }),
      RUNS,
    );
  },
);

test.each(['boundary', 'session', 'scps', 'rcps', 'endpoint'] as const)(
  'a further limit by %s never grants',
  (kind) => {
    fc.assert(
      fc.property(request, policies, document, (asks, all, limit) => {
        const { [kind]: _none, ...without } = all;
        // a federated user gets permissions by a session policy only; there is none among these
        const added =
          kind === 'endpoint'
            ? { type: 'Interface' as const, statements: limit }
            : kind === 'scps' || kind === 'rcps'
              ? [limit]
              : limit;
        expect(RANK[verdict(asks, { ...without, [kind]: added })]).toBeLessThanOrEqual(
          RANK[verdict(asks, without)],
        );
      }),
      RUNS,
    );
  },
);

test('a further Allow never denies', () => {
  fc.assert(
    fc.property(request, policies, document, (asks, all, more) => {
      const allows = more.filter(({ effect }) => effect === 'Allow');
      const wider = { ...all, identity: [...(all.identity ?? []), ...allows] };
      expect(RANK[verdict(asks, wider)]).toBeGreaterThanOrEqual(RANK[verdict(asks, all)]);
    }),
    RUNS,
  );
});

test('the order of statements and levels does not matter', () => {
  fc.assert(
    fc.property(request, policies, (asks, all) => {
      const turned = {
        ...all,
        identity: [...(all.identity ?? [])].reverse(),
        resource: [...(all.resource ?? [])].reverse(),
        scps: [...(all.scps ?? [])].reverse(),
      };
      expect(verdict(asks, turned)).toBe(verdict(asks, all));
    }),
    RUNS,
  );
});

test('what is said twice is said once', () => {
  fc.assert(
    fc.property(request, policies, (asks, all) => {
      const twice = { ...all, identity: [...(all.identity ?? []), ...(all.identity ?? [])] };
      expect(verdict(asks, twice)).toBe(verdict(asks, all));
    }),
    RUNS,
  );
});

test('a Deny of everything denies everything', () => {
  fc.assert(
    fc.property(request, policies, (asks, all) => {
      expect(evaluate(asks, { ...all, resource: [...(all.resource ?? []), ...DENY_ALL] })).toMatchObject({
        verdict: 'denied',
        reason: 'explicit',
      });
    }),
    RUNS,
  );
});

test('no statement that cannot be read turns a sure answer into another', () => {
  fc.assert(
    fc.property(request, policies, (asks, all) => {
      const before = evaluate(asks, all);
      const after = evaluate(asks, { ...all, identity: [...(all.identity ?? []), ...readDocument('?')] });
      if (before.reason === 'explicit') expect(after.reason).toBe('explicit');
      else expect(['unknown', before.verdict]).toContain(after.verdict);
    }),
    RUNS,
  );
});
