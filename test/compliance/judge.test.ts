import * as fc from 'fast-check';
import { judge } from '../../lib/compliance/judge';
import { finding, unknown, type Judgement, type Rule } from '../../lib/compliance/rule';
import { RULES } from '../../lib/compliance/rules/registry';
import type { Json, JsonObject } from '../../lib/compliance/template/json';
import { CASES } from './rules/cases';
import { assemblyOf, resource } from '../support/judge-template';

const RULE: Rule = {
  id: 'test-rule',
  title: 'a rule',
  severity: 'error',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'why.',
  fix: 'fix',
  resourceTypes: ['T'],
  check: () => [],
};
const judged = (check: () => Judgement) =>
  judge(assemblyOf({ Resources: { A: resource('T') } }), [{ ...RULE, check }]);

test.each<[string, Judgement, string]>([
  ['nothing seen', [], 'compliant'],
  ['not-applicable', 'not-applicable', 'not-applicable'],
  ['something unknown', [unknown('Properties.A', 'm')], 'unknown'],
  ['a finding', [finding('Properties.A', 'm')], 'finding'],
  ['both', [unknown('Properties.A', 'm'), finding('Properties.B', 'm')], 'finding'],
])('%s makes the verdict', (_name, judgement, verdict) => {
  expect(judged(() => judgement)).toEqual([expect.objectContaining({ verdict, crashed: false })]);
});

test('a rule that throws yields a finding that says so and quotes nothing', () => {
  const [outcome] = judged(() => {
    throw new RangeError('secret');
  });
  expect(outcome).toMatchObject({ verdict: 'finding', crashed: true });
  expect(JSON.stringify(outcome?.observations)).toContain('RangeError');
  expect(JSON.stringify(outcome?.observations)).not.toContain('secret');
});

test('rules look at the types they name, in the order of templates, resources and rules', () => {
  const other: Rule = { ...RULE, id: 'other-rule', resourceTypes: ['T', 'U'] };
  const assembly = assemblyOf(
    { Resources: { A: resource('U'), B: resource('T') } },
    { Resources: { C: resource('T'), D: resource('V') } },
  );
  expect(
    judge(assembly, [RULE, other]).map(({ rule, resource: { logicalId } }) => `${logicalId} ${rule.id}`),
  ).toEqual(['A other-rule', 'B test-rule', 'B other-rule', 'C test-rule', 'C other-rule']);
});

/** Names that rules look for, so that random templates get past their first steps. */
const NAMES = [
  ...new Set(
    JSON.stringify(CASES.flatMap(({ cases }) => cases.map(({ stacks }) => stacks))).match(
      /"[^"\\]{1,40}"(?=:)/gu,
    ),
  ),
].map((name) => name.slice(1, -1));
const TYPES = [...new Set(RULES.flatMap(({ resourceTypes }) => resourceTypes))];
const names = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '') },
);
const leaves = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    'true',
    '*',
    'Allow',
    'Deny',
    's3:*',
    'A',
    '${A.Arn}',
    '${',
    '{{resolve:ssm:x}}',
    'arn:aws:s3:::b',
    -1,
    2192,
  ),
  fc.string({ maxLength: 12 }),
);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaves,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(names, tie('json'), { maxKeys: 5 }),
    fc.record({ Ref: fc.constantFrom('A', 'B', 'AWS::NoValue', 'toString') }),
    fc.record({ 'Fn::GetAtt': fc.constantFrom<Json>('A.Arn', ['B', 'Arn'], [], 7) }),
    fc.tuple(tie('json'), tie('json')).map(([yes, no]): Json => ({ 'Fn::If': ['Maybe', yes, no] })),
  ),
}));
const resources = fc.record(
  {
    Type: fc.constantFrom(...TYPES, 'Custom::S3AutoDeleteObjects', 'Custom::VpcRestrictDefaultSG'),
    Properties: fc.oneof(json, fc.dictionary(names, json, { maxKeys: 8 })),
    DeletionPolicy: json,
    Condition: fc.constantFrom<Json>('Maybe', 7),
  },
  { requiredKeys: ['Type'] },
);
const templates: fc.Arbitrary<JsonObject> = fc.record({
  Resources: fc.oneof(
    json,
    fc.dictionary(fc.constantFrom('A', 'B', 'C', '__proto__'), fc.oneof(resources, json)),
  ),
  Parameters: json,
  Outputs: fc.dictionary(fc.constantFrom('O'), fc.record({ Value: json, Export: fc.record({ Name: json }) })),
});

test('no template makes a rule fail', () => {
  fc.assert(
    fc.property(templates, templates, (first, second) => {
      const crashed = judge(assemblyOf(first, second), RULES).filter((outcome) => outcome.crashed);
      expect(crashed.map(({ rule }) => rule.id)).toEqual([]);
    }),
    { numRuns: process.env['SLOW'] ? 20_000 : 400 },
  );
});

test('the verdict does not depend on the order of resources', () => {
  const verdicts = (body: JsonObject) =>
    judge(assemblyOf(body), RULES)
      .map(({ rule, resource: { logicalId }, verdict }) => `${logicalId} ${rule.id} ${verdict}`)
      .sort();
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('A', 'B', 'C'), resources), (section) => {
      const reversed = Object.fromEntries(Object.entries(section).reverse());
      expect(verdicts({ Resources: reversed })).toEqual(verdicts({ Resources: section }));
    }),
    { numRuns: process.env['SLOW'] ? 5000 : 100 },
  );
});
