import { buildEvidence, type EvidenceInput } from '../../../lib/compliance/evidence/build-evidence';
import { evidenceSchema } from '../../../lib/compliance/evidence/evidence';
import { summaryText } from '../../../lib/compliance/evidence/summary-text';
import { judge } from '../../../lib/compliance/judge';
import { finding, unknown, type Rule } from '../../../lib/compliance/rule';
import { Assembly } from '../../../lib/compliance/template/assembly';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { parseWaivers } from '../../../lib/compliance/waivers/parse-waivers';

/** Answers with what the resource's `Say` property asks for. */
const echo: Rule = {
  id: 'test-echo',
  title: 'resources say what they are',
  severity: 'error',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'For the test.',
  fix: 'Change Say.',
  resourceTypes: ['Test::Echo'],
  check(resource) {
    switch (resource.property('Say').texts()[0]) {
      case 'finding':
        return [finding('Properties.Say', 'says finding')];
      case 'unknown':
        return [unknown('Properties.Say', 'says unknown')];
      case 'nothing':
        return 'not-applicable';
      default:
        return [];
    }
  },
};

const waiver = `waivers:
  - rule: test-echo
    resource: a.template.json#Waived
    reason: A reason that can be understood.
    alternative: A measure that is taken instead.
    owner: o
    approver: a
    ticket: t
    expires: 2026-12-01
`;

function evidenceOf(says: Readonly<Record<string, string>>, change: Partial<EvidenceInput> = {}) {
  const resources: Record<string, JsonObject> = { Other: { Type: 'Test::Silent' } };
  for (const [id, Say] of Object.entries(says)) resources[id] = { Type: 'Test::Echo', Properties: { Say } };
  const assembly = new Assembly([
    {
      path: 'a.template.json',
      sha256: '0'.repeat(64),
      body: { Resources: resources },
    },
  ]);
  return buildEvidence({
    generator: { name: 'test', version: '1.0.0' },
    asOf: '2026-11-24',
    environment: undefined,
    templates: assembly.templates,
    packName: 'HIPAA-AI',
    ruleSet: { profile: 'hipaa', rules: [echo], parameters: {}, idle: new Set() },
    outcomes: judge(assembly, [echo]),
    constructPathOf: () => undefined,
    sourceOf: () => undefined,
    foreignPacks: [],
    waiverFile: undefined,
    inlineWaivers: [],
    problems: [],
    ...change,
  });
}

function coverageOf(evidence: ReturnType<typeof evidenceOf>, control: string) {
  return evidence.coverage.find((row) => row.control === control);
}

test('every verdict has a row, and none is dropped', () => {
  const says = { A: 'fine', B: 'finding', C: 'unknown', D: 'nothing', Waived: 'finding' };
  const evidence = evidenceOf(says, { waiverFile: parseWaivers(waiver, 'w.yaml') });
  expect(evidence.verdicts.map(({ logicalId, verdict }) => [logicalId, verdict])).toEqual([
    ['A', 'compliant'],
    ['B', 'finding'],
    ['C', 'unknown'],
    ['D', 'not-applicable'],
    ['Waived', 'waived'],
  ]);
  expect(evidence.summary.verdicts).toEqual({
    compliant: 1,
    finding: 1,
    unknown: 1,
    waived: 1,
    'not-applicable': 1,
  });
  expect(evidence.unexamined).toEqual([{ resourceType: 'Test::Silent', resources: 1 }]);
  expect(evidenceSchema.parse(JSON.parse(JSON.stringify(evidence)))).toEqual(evidence);
});

test.each([
  ['a finding', { A: 'finding' }, true],
  ['a value that cannot be read', { A: 'unknown' }, true],
  ['a compliant resource', { A: 'fine' }, false],
  ['nothing to judge', {}, false],
])('%s: blocks is %#', (_, says, blocks) => {
  expect(evidenceOf(says as Record<string, string>).summary.blocks).toBe(blocks);
});

test('a waiver that expires soon warns and does not block', () => {
  const evidence = evidenceOf({ Waived: 'finding' }, { waiverFile: parseWaivers(waiver, 'w.yaml') });
  expect(evidence.problems).toMatchObject([{ code: 'WAIVER_EXPIRES_SOON', blocks: false }]);
  expect(evidence.summary.blocks).toBe(false);
});

test('a problem around the rules blocks', () => {
  const problems = [{ code: 'ANY', message: 'something', blocks: true }];
  expect(evidenceOf({}, { problems }).summary.blocks).toBe(true);
});

test('a paragraph is supported by rules on resources, with its remaining duty, and never met', () => {
  const evidence = evidenceOf({ A: 'fine', B: 'finding', D: 'nothing' });
  const row = coverageOf(evidence, '164.312(b)');
  expect(row).toMatchObject({ rules: 1, resources: 2, findings: 1 });
  expect(row?.statement).toMatch(/^supported by 1 rule on 2 resources \(1 finding\); remaining duty: \S/u);
  for (const { statement } of evidence.coverage)
    expect(statement).not.toMatch(/passed|compliant|certified|\bmet\b/iu);
});

test('a paragraph whose rules had nothing to judge is not supported', () => {
  expect(coverageOf(evidenceOf({ D: 'nothing' }), '164.312(b)')).toMatchObject({ rules: 0, resources: 0 });
  expect(coverageOf(evidenceOf({ D: 'nothing' }), '164.312(b)')?.statement).toMatch(
    /^no rule looked at it; /u,
  );
});

test('every paragraph of the law has a row', () => {
  expect(evidenceOf({}).coverage).toHaveLength(150);
});

test('the summary names stacks, rules, findings, waivers, paragraphs and the report', () => {
  const text = summaryText(evidenceOf({ B: 'finding' }), 'cdk.out');
  for (const part of ['1 findings', '1 error', '0 in force', '1 of 150', 'cdk.out/evidence/index.html']) {
    expect(text).toContain(part);
  }
});
