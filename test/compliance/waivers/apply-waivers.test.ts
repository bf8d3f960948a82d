import type { VerdictRecord } from '../../../lib/compliance/evidence/evidence';
import {
  applyWaivers,
  crashKey,
  LONGEST_TERM_DAYS,
  WARNING_DAYS,
  type WaiverContext,
} from '../../../lib/compliance/waivers/apply-waivers';
import type { PlacedWaiver } from '../../../lib/compliance/waivers/waiver';

const AS_OF = '2026-11-24';

function dayFrom(asOf: string, days: number): string {
  return new Date(Date.parse(asOf) + days * 86_400_000).toISOString().slice(0, 10);
}

function waiver(change: Partial<PlacedWaiver> = {}): PlacedWaiver {
  return {
    rule: 'some-rule',
    resource: 'Stack/A/Resource',
    reason: 'A reason that can be understood.',
    alternative: 'A measure that is taken instead.',
    owner: 'owner',
    approver: 'approver',
    ticket: 'T-1',
    expires: dayFrom(AS_OF, 100),
    source: 'file',
    ...change,
  };
}

function finding(name: string, change: Partial<VerdictRecord> = {}): VerdictRecord {
  return {
    rule: 'some-rule',
    template: 'stack.template.json',
    logicalId: name,
    resourceType: 'AWS::S3::Bucket',
    constructPath: `Stack/${name}/Resource`,
    verdict: 'finding',
    observations: [
      { property: 'Properties.First', message: 'must be true', verdict: 'finding' },
      { property: 'Properties.Second', message: 'cannot be read', verdict: 'unknown' },
    ],
    ...change,
  };
}

const context: WaiverContext = {
  asOf: AS_OF,
  environment: 'dev',
  severities: new Map([
    ['some-rule', 'error'],
    ['other-rule', 'error'],
    ['fatal-rule', 'fatal'],
  ]),
  idle: new Set(['idle-rule']),
  crashed: new Set(),
};

function apply(
  waivers: readonly PlacedWaiver[],
  verdicts = [finding('A')],
  change: Partial<WaiverContext> = {},
) {
  const result = applyWaivers(verdicts, waivers, { ...context, ...change });
  return {
    verdicts: result.verdicts.map(({ verdict }) => verdict),
    statuses: result.waivers.map(({ status }) => status),
    blocking: result.problems.filter(({ blocks }) => blocks).map(({ code }) => code),
    warnings: result.problems.filter(({ blocks }) => !blocks).map(({ code }) => code),
  };
}

test('a waiver covers every observation of its rule on its resource', () => {
  expect(apply([waiver()])).toEqual({
    verdicts: ['waived'],
    statuses: ['in-force'],
    blocking: [],
    warnings: [],
  });
});

test('a waiver may name a resource by template and logical id', () => {
  expect(apply([waiver({ resource: 'stack.template.json#A' })]).verdicts).toEqual(['waived']);
});

test('a pattern that meets one resource counts', () => {
  expect(apply([waiver({ resource: '*/A/*' })], [finding('A'), finding('B')]).verdicts).toEqual([
    'waived',
    'finding',
  ]);
});

test('a pattern that meets two resources waives neither', () => {
  const result = apply([waiver({ resource: 'Stack/*' })], [finding('A'), finding('B')]);
  expect(result.verdicts).toEqual(['finding', 'finding']);
  expect(result.blocking).toEqual(['WAIVER_TOO_WIDE']);
});

test('a waiver for one property leaves the others open', () => {
  expect(apply([waiver({ property: 'Properties.First' })]).verdicts).toEqual(['unknown']);
  expect(apply([waiver({ property: 'Properties.Second' })]).verdicts).toEqual(['finding']);
});

test('two waivers for two properties cover both', () => {
  const both = [waiver({ property: 'Properties.First' }), waiver({ property: 'Properties.Second' })];
  expect(apply(both)).toMatchObject({ verdicts: ['waived'], blocking: [] });
});

test('a waiver that repeats another is unused', () => {
  expect(apply([waiver(), waiver()]).blocking).toEqual(['WAIVER_UNUSED']);
});

test.each([
  ['the rule has no finding there', waiver({ rule: 'other-rule' }), 'WAIVER_UNUSED'],
  ['no such resource is there', waiver({ resource: 'Stack/Gone/Resource' }), 'WAIVER_UNUSED'],
  ['the property has no finding', waiver({ property: 'Properties.Third' }), 'WAIVER_UNUSED'],
  ['no rule has that id', waiver({ rule: 'some-rul' }), 'WAIVER_UNKNOWN_RULE'],
  ['the rule is fatal', waiver({ rule: 'fatal-rule' }), 'WAIVER_NOT_ALLOWED'],
])('a waiver blocks when %s', (_, given, code) => {
  const result = apply([given]);
  expect(result.verdicts).toEqual(['finding']);
  expect(result.blocking).toEqual([code]);
});

test('a waiver cannot cover a resource on which the rule itself failed', () => {
  const result = apply([waiver()], [finding('A')], { crashed: new Set([crashKey(finding('A'))]) });
  expect(result).toMatchObject({ verdicts: ['finding'], blocking: ['WAIVER_NOT_ALLOWED'] });
});

test('a compliant resource needs no waiver', () => {
  const compliant = finding('A', { verdict: 'compliant', observations: [] });
  expect(apply([waiver()], [compliant])).toMatchObject({
    verdicts: ['compliant'],
    blocking: ['WAIVER_UNUSED'],
  });
});

describe('a waiver that expires', () => {
  test.each([
    [-1, 'expired', ['WAIVER_EXPIRED'], []],
    [0, 'expires-soon', [], ['WAIVER_EXPIRES_SOON']],
    [WARNING_DAYS, 'expires-soon', [], ['WAIVER_EXPIRES_SOON']],
    [WARNING_DAYS + 1, 'in-force', [], []],
    [LONGEST_TERM_DAYS, 'in-force', [], []],
    [LONGEST_TERM_DAYS + 1, 'refused', ['WAIVER_TERM'], []],
  ])('%i days after the date of judgement is %s', (days, status, blocking, warnings) => {
    const result = apply([waiver({ expires: dayFrom(AS_OF, days) })]);
    expect(result).toMatchObject({ statuses: [status], blocking, warnings });
    expect(result.verdicts).toEqual([blocking.length === 0 ? 'waived' : 'finding']);
  });
});

describe('a waiver for named environments', () => {
  test('counts in one of them', () => {
    expect(apply([waiver({ environments: ['dev'] })]).verdicts).toEqual(['waived']);
  });

  test.each([['prod'], [undefined]])('neither counts nor is unused in %s', (environment) => {
    const result = apply([waiver({ environments: ['dev'] })], [finding('A')], { environment });
    expect(result).toEqual({
      verdicts: ['finding'],
      statuses: ['other-environment'],
      blocking: [],
      warnings: [],
    });
  });
});
