import { EXAMPLES } from '../../../lib/compliance/rules/examples';
import { RULES } from '../../../lib/compliance/rules/registry';
import { parseTemplate } from '../../../lib/compliance/template/parse-template';
import { assemblyOf, judgedOnTheDay } from '../../support/judge-template';

/** Rules that report what cannot be seen: their bad example is unknown, and in the good one there is nothing to report on. */
const ON_THE_UNSEEN: ReadonlySet<string> = new Set([
  'cloudformation-nested-stack-readable',
  'cloudformation-resource-readable',
]);

/** The template that the docs show, read as a user would write it: YAML with short forms. */
function verdictsOn(resources: string, ruleId: string): readonly string[] {
  const indented = resources.trim().replaceAll(/^/gmu, '  ');
  const template = parseTemplate(`Resources:\n${indented}\n`, 'example.yaml');
  const rules = RULES.filter(({ id }) => id === ruleId);
  return judgedOnTheDay(assemblyOf(template), rules).map(({ verdict }) => verdict);
}

test('every rule has an example, and every example a rule', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

// one test for all rules: Jest takes as long to count a test as a rule to judge its example
test('every bad example is found', () => {
  const passed = Object.entries(EXAMPLES).filter(
    ([id, { bad }]) => !verdictsOn(bad, id).includes(ON_THE_UNSEEN.has(id) ? 'unknown' : 'finding'),
  );
  expect(passed.map(([id]) => id)).toEqual([]);
});

test('every good example passes', () => {
  const wrong = Object.entries(EXAMPLES).flatMap(([id, { good }]) => {
    const verdicts = verdictsOn(good, id);
    const open = verdicts.filter((verdict) => verdict === 'finding' || verdict === 'unknown');
    const isSilent = !ON_THE_UNSEEN.has(id) && !verdicts.includes('compliant');
    return [...open, ...(isSilent ? ['never compliant'] : [])].map((verdict) => `${id}: ${verdict}`);
  });
  expect(wrong).toEqual([]);
});
