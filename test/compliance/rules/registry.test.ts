import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import proposal from '../../../lib/compliance/law/nprm-2025.json';
import { isControlId, NEVER_CITED } from '../../../lib/compliance/law/law';
import { ANY_TYPE } from '../../../lib/compliance/rule';
import { RULES } from '../../../lib/compliance/rules/registry';
import { isObject, type JsonObject } from '../../../lib/compliance/template/json';
import { verdictOf, type RuleCase } from '../../support/judge-template';
import { CASES } from './cases';

const root = path.resolve(__dirname, '..', '..', '..');
const folder = path.join(root, 'lib', 'compliance', 'rules');
/** Rules that cannot look behind what they report. */
const NEVER_SURE: ReadonlySet<string> = new Set([
  'cloudformation-nested-stack-readable',
  'cloudformation-resource-readable',
]);

const PROPOSED: ReadonlySet<string> = new Set(proposal.requirements.map(({ id }) => id));

/** `<service>/<file>` of an id. */
const fileOf = (id: string) => id.replace('-', '/');
const camelCase = (name: string) =>
  name.replaceAll(/-(?<letter>[a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());

test('lists each rule once, in the order of the ids', () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual([...ids].sort());
});

test('leaves no rule file out', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const withRule = files.filter((file) => /\n {2}id: '/u.test(readFileSync(path.join(folder, file), 'utf8')));
  expect(withRule.map((file) => file.slice(0, -'.ts'.length)).sort()).toEqual(
    RULES.map(({ id }) => fileOf(id)).sort(),
  );
});

describe.each(RULES.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
  const cases = CASES.filter((each) => each.rule === rule).flatMap((each) => each.cases);

  test('is in the file and under the name that its id says', () => {
    const file = path.join(folder, `${fileOf(id)}.ts`);
    expect(existsSync(file)).toBe(true);
    const name = camelCase(path.basename(file, '.ts'));
    expect(readFileSync(file, 'utf8')).toContain(`export const ${name}: Rule = {`);
  });

  test('cites paragraphs that exist and that it can support', () => {
    expect(rule.controls.filter((control) => !isControlId(control))).toEqual([]);
    expect(rule.controls.filter((control) => NEVER_CITED.has(control))).toEqual([]);
    expect(new Set(rule.controls).size).toBe(rule.controls.length);
  });

  test('says what, why and how to fix', () => {
    for (const text of [rule.title, rule.why, rule.fix]) expect(text.trim()).toMatch(/\S{3}/u);
    expect(rule.title).not.toMatch(/\.$/u);
    expect(rule.fix).not.toMatch(/\.$/u);
    expect(rule.why).toMatch(/\.$/u);
    // a name may begin with a capital, a sentence not
    expect(rule.title).toMatch(/^(?:[a-z]|[A-Z]{2})/u);
  });

  test('is in a profile, in strict only when in no other', () => {
    expect(new Set(rule.profiles).size).toBe(rule.profiles.length);
    expect(rule.profiles.includes('strict')).toBe(
      rule.profiles.length === 1 && rule.profiles[0] === 'strict',
    );
  });

  test('describes each parameter once', () => {
    const parameters = rule.parameters ?? [];
    expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    for (const { name, description } of parameters) {
      expect(name).toMatch(/^[a-z][A-Za-z0-9]+$/u);
      expect(description).toMatch(/\S{3}/u);
    }
  });

  test('cites rows of the proposal that exist', () => {
    expect((rule.proposed ?? []).filter((id) => !PROPOSED.has(id))).toEqual([]);
  });

  test('names real CloudFormation types, each once', () => {
    expect(new Set(rule.resourceTypes).size).toBe(rule.resourceTypes.length);
    for (const type of rule.resourceTypes)
      expect(type).toMatch(/^(?:(?:AWS::[A-Za-z0-9]+|Custom)::[A-Za-z0-9]+|\*)$/u);
  });

  test('has cases that pass and cases that do not', () => {
    const verdicts = cases.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(
      expect.arrayContaining(['compliant', NEVER_SURE.has(id) ? 'unknown' : 'finding']),
    );
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  test.each(rule.resourceTypes.map((type) => ({ type })))('judges $type', ({ type }) => {
    if (type === ANY_TYPE || cases.some((each) => subjectOf(each)['Type'] === type)) return;
    // a type without a case of its own is judged as another one
    const finding = cases.find(({ verdict }) => verdict === 'finding');
    if (!finding) throw new Error(`no case for ${type}`);
    const [template] = finding.stacks;
    const Subject = { ...subjectOf(finding), Type: type };
    const Resources = { ...(template['Resources'] as JsonObject), Subject };
    expect(verdictOf(rule, { ...template, Resources })).toBe('finding');
  });
});

function subjectOf({ stacks: [template] }: RuleCase): JsonObject {
  const resources = template['Resources'];
  const found = isObject(resources) ? resources['Subject'] : undefined;
  if (!isObject(found)) throw new Error('no resource Subject');
  return found;
}
