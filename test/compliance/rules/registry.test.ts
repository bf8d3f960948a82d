import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import proposal from '../../../lib/compliance/law/nprm-2025.json';
import { isControlId, NEVER_CITED } from '../../../lib/compliance/law/law';
import { ANY_TYPE, type Rule } from '../../../lib/compliance/rule';
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

const casesByRule = new Map(RULES.map((rule) => [rule.id, [] as RuleCase[]]));
for (const { rule, cases } of CASES) casesByRule.get(rule.id)?.push(...cases);
const repeats = (values: readonly string[]) => new Set(values).size < values.length;

/**
 * Ids of the rules, each with what it has against it. One test for all rules: Jest takes longer to count 10,000 than to
 * ask this.
 */
function wrong(problemsOf: (rule: Rule, cases: readonly RuleCase[]) => readonly (string | false)[]) {
  return RULES.flatMap((rule) =>
    problemsOf(rule, casesByRule.get(rule.id) ?? [])
      .filter((problem) => problem !== false)
      .map((problem) => `${rule.id}: ${problem}`),
  );
}

describe('every rule', () => {
  test('is in the file and under the name that its id says', () => {
    const unlike = wrong(({ id }) => {
      const file = path.join(folder, `${fileOf(id)}.ts`);
      if (!existsSync(file)) return ['no such file'];
      const name = camelCase(path.basename(file, '.ts'));
      return [!readFileSync(file, 'utf8').includes(`export const ${name}: Rule = {`) && `no ${name} there`];
    });
    expect(unlike).toEqual([]);
  });

  test('cites paragraphs that exist and that it can support, each once', () => {
    const miscited = wrong(({ controls }) => [
      ...controls.filter((control) => !isControlId(control) || NEVER_CITED.has(control)),
      repeats(controls) && 'twice',
    ]);
    expect(miscited).toEqual([]);
  });

  test('says what, why and how to fix', () => {
    const unsaid = wrong(({ title, why, fix }) => [
      ...[title, why, fix].map((text) => !/\S{3}/u.test(text.trim()) && 'no words'),
      title.endsWith('.') && 'the title ends as a sentence',
      fix.endsWith('.') && 'the fix ends as a sentence',
      !why.endsWith('.') && 'why is no sentence',
      // a name may begin with a capital, a sentence not
      !/^(?:[a-z]|[A-Z]{2})/u.test(title) && 'the title begins as a sentence',
    ]);
    expect(unsaid).toEqual([]);
  });

  test('is in a profile, in strict only when in no other', () => {
    const misplaced = wrong(({ profiles }) => [
      repeats(profiles) && 'twice',
      profiles.includes('strict') !== (profiles.length === 1 && profiles[0] === 'strict') && 'strict',
    ]);
    expect(misplaced).toEqual([]);
  });

  test('describes each parameter once', () => {
    const undescribed = wrong(({ parameters = [] }) => [
      repeats(parameters.map(({ name }) => name)) && 'twice',
      ...parameters.map(
        ({ name, description }) => !(/^[a-z][A-Za-z0-9]+$/u.test(name) && /\S{3}/u.test(description)) && name,
      ),
    ]);
    expect(undescribed).toEqual([]);
  });

  test('cites rows of the proposal that exist', () => {
    expect(wrong(({ proposed = [] }) => proposed.filter((id) => !PROPOSED.has(id)))).toEqual([]);
  });

  test('names real CloudFormation types, each once', () => {
    const unreal = wrong(({ resourceTypes }) => [
      repeats(resourceTypes) && 'twice',
      ...resourceTypes.filter((type) => !/^(?:(?:AWS::[A-Za-z0-9]+|Custom)::[A-Za-z0-9]+|\*)$/u.test(type)),
    ]);
    expect(unreal).toEqual([]);
  });

  test('has cases that pass and cases that do not, each under a name of its own', () => {
    const untried = wrong(({ id }, cases) => {
      const verdicts = new Set(cases.map(({ verdict }) => verdict));
      const broken = NEVER_SURE.has(id) ? 'unknown' : 'finding';
      return [
        !verdicts.has('compliant') && 'none is compliant',
        !verdicts.has(broken) && `none is a ${broken}`,
        repeats(cases.map(({ name }) => name)) && 'a name twice',
      ];
    });
    expect(untried).toEqual([]);
  });

  test('judges each of its types, those without a case of their own as another one', () => {
    const unjudged = wrong((rule, cases) => {
      return rule.resourceTypes
        .filter((type) => type !== ANY_TYPE && !cases.some((each) => subjectOf(each)['Type'] === type))
        .map((type) => {
          const finding = cases.find(({ verdict }) => verdict === 'finding');
          if (!finding) return `no case for ${type}`;
          const [template] = finding.stacks;
          const Subject = { ...subjectOf(finding), Type: type };
          const Resources = { ...(template['Resources'] as JsonObject), Subject };
          return verdictOf(rule, { ...template, Resources }) !== 'finding' && `passes ${type}`;
        });
    });
    expect(unjudged).toEqual([]);
  });
});

function subjectOf({ stacks: [template] }: RuleCase): JsonObject {
  const resources = template['Resources'];
  const found = isObject(resources) ? resources['Subject'] : undefined;
  if (!isObject(found)) throw new Error('no resource Subject');
  return found;
}
