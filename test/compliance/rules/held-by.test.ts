import { App, CfnCondition, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import { RULES } from '../../../lib/compliance/rules/registry';
import { isObject, own, type Json, type JsonObject } from '../../../lib/compliance/template/json';
import { readAssembly } from '../../../lib/compliance/template/read-assembly';
import { verdictOf, type RuleCase, type Verdict } from '../../support/judge-template';
import { override } from '../../support/overridden';
import { TEMPLATES_ALONE } from '../../support/synthesize';
import { CASES } from './cases';
import { HELD_BY, NEVER_UNKNOWN, NOTHING_TO_OVERRIDE } from './held-by';

const IDS = Object.values(HELD_BY).flat();

test.each(Object.entries(HELD_BY))('%s is held by rules that exist', (_, ids) => {
  expect(ids).not.toEqual([]);
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(ids.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
});

test('the constructs are held by at least forty rules, each named once', () => {
  expect(new Set(IDS).size).toBe(IDS.length);
  expect(IDS.length).toBeGreaterThanOrEqual(40);
});

describe.each(IDS)('%s', (id) => {
  const cases = casesOf(id);
  const verdicts = new Set(cases.map(({ verdict }) => verdict));

  test('is tested on what passes and on what does not', () => {
    expect([...verdicts]).toEqual(expect.arrayContaining(['compliant', 'finding']));
  });

  test('is tested on what it cannot tell, or it is written why it always can', () => {
    expect(verdicts.has('unknown')).toBe(NEVER_UNKNOWN[id] === undefined);
  });

  test('sees overrides of raw resources, both ways, or it is written why there are none', () => {
    const pair = overridable(cases);
    expect(pair !== undefined).toBe(NOTHING_TO_OVERRIDE[id] === undefined);
    if (!pair) return;
    expect(overridden(id, pair.good, pair.bad)).toBe('finding');
    expect(overridden(id, pair.bad, pair.good)).toBe('compliant');
  });
});

test.each([...Object.entries(NEVER_UNKNOWN), ...Object.entries(NOTHING_TO_OVERRIDE)])(
  '%s is excused with a reason',
  (id, reason) => {
    expect(IDS).toContain(id);
    expect(reason).toMatch(/\S.{20}/u);
  },
);

function casesOf(id: string): readonly RuleCase[] {
  return CASES.filter(({ rule }) => rule.id === id).flatMap(({ cases }) => cases);
}

/** The first two cases of the same resources, one right and one wrong: overrides alone make one of the other. */
function overridable(cases: readonly RuleCase[]): { good: JsonObject; bad: JsonObject } | undefined {
  const written = cases.filter(({ stacks }) => stacks.length === 1);
  const having = (verdict: Verdict) =>
    written.filter((each) => each.verdict === verdict).map(({ stacks: [template] }) => resourcesOf(template));
  const bads = having('finding');
  return having('compliant')
    .map((good) => ({ good, bad: bads.find((each) => typesOf(each) === typesOf(good)) }))
    .find((pair): pair is { good: JsonObject; bad: JsonObject } => pair.bad !== undefined);
}

/** What a rule says of the resources of one case when the CDK makes them of another's. */
function overridden(id: string, from: JsonObject, to: JsonObject): Verdict {
  const rule = RULES.find((each) => each.id === id);
  const app = new App(TEMPLATES_ALONE);
  const stack = new Stack(app, 'Made');
  for (const name of ['Open', 'Wide']) new CfnParameter(stack, name);
  new CfnCondition(stack, 'Maybe', { expression: Fn.conditionEquals(Fn.ref('Open'), 'yes') });
  override(stack, from, to);
  const [template] = readAssembly(app.synth().directory).templates;
  if (!rule || !template) throw new Error(`nothing to judge for ${id}`);
  return verdictOf(rule, template.body);
}

function resourcesOf(template: JsonObject): JsonObject {
  const resources = own(template, 'Resources');
  return isObject(resources) ? resources : {};
}

/** Logical ids with their types; what is beside the subject may be there or not only where it is in both. */
function typesOf(resources: JsonObject): string {
  return Object.entries(resources)
    .map(([logicalId, each]) => JSON.stringify([logicalId, typeOf(each ?? null)]))
    .sort()
    .join('\n');
}

function typeOf(definition: Json): Json {
  return isObject(definition) ? (own(definition, 'Type') ?? null) : null;
}
