import { App, BootstraplessSynthesizer, Stack } from 'aws-cdk-lib';
import { EXAMPLES } from '../../../lib/compliance/rules/examples';
import type { Rule } from '../../../lib/compliance/rule';
import { RULES } from '../../../lib/compliance/rules/registry';
import { isObject, own, type JsonObject } from '../../../lib/compliance/template/json';
import { parseTemplate } from '../../../lib/compliance/template/parse-template';
import { readAssembly } from '../../../lib/compliance/template/read-assembly';
import { assemblyOf, judgedOnTheDay } from '../../support/judge-template';
import { override, raw } from '../../support/overridden';
import { TEMPLATES_ALONE } from '../../support/synthesize';

/** Both ways a CDK app slips past checks on typed constructs: resources made raw, and overrides on top of them. */
const MADE = ['raw', 'overridden'] as const;
/** Rules that tell what nobody can look at. */
const ON_THE_UNSEEN: ReadonlySet<string> = new Set([
  'cloudformation-nested-stack-readable',
  'cloudformation-resource-readable',
]);
const VERSIONS = ['bad', 'good'] as const;

const app = new App({
  ...TEMPLATES_ALONE,
  // a file of assets and a rule about the bootstrap in each of 4,000 stacks are nothing that is asked about here
  defaultStackSynthesizer: new BootstraplessSynthesizer(),
});
for (const [id, example] of Object.entries(EXAMPLES)) {
  const resources = { bad: resourcesOf(example.bad), good: resourcesOf(example.good) };
  for (const version of VERSIONS) {
    const wanted = resources[version];
    raw(new Stack(app, stackName(id, version, 'raw')), wanted);
    const other = resources[version === 'bad' ? 'good' : 'bad'];
    override(new Stack(app, stackName(id, version, 'overridden')), other, wanted);
  }
}
/** Each stack by itself: rules that look across resources must not see the examples of other rules. */
const bodies = new Map(
  readAssembly(app.synth().directory).templates.map((template) => [template.stackName, template.body]),
);

/** What a rule says of an example made in one way; the rules that report the unseen pass nothing that is seen. */
function wrongOf(rule: Rule, made: (typeof MADE)[number]): readonly string[] {
  const verdicts = (version: (typeof VERSIONS)[number]) => {
    const body = bodies.get(stackName(rule.id, version, made));
    if (!body) throw new Error(`no stack for the ${version} example of ${rule.id}`);
    return judgedOnTheDay(assemblyOf(body), [rule]).map(({ verdict }) => verdict);
  };
  const broken = ON_THE_UNSEEN.has(rule.id) ? 'unknown' : 'finding';
  const isFound = verdicts('bad').includes(broken);
  const open = verdicts('good').filter((verdict) => verdict === 'finding' || verdict === 'unknown');
  return [
    ...(isFound ? [] : [`${rule.id}: no ${broken} in the bad example`]),
    ...open.map((verdict) => `${rule.id}: ${verdict} in the good example`),
  ];
}

const rules = RULES.filter(({ id }) => Object.hasOwn(EXAMPLES, id));

test('every rule has an example', () => {
  expect(rules.length).toBe(RULES.length);
});

// one test for all rules: Jest would take longer to count 4,000 than the rules to judge
test.each(MADE)('every rule finds what is wrong and passes what is right in %s resources', (made) => {
  expect(rules.flatMap((rule) => wrongOf(rule, made))).toEqual([]);
});

function stackName(id: string, version: string, made: string): string {
  return `${id}-${version}-${made}`;
}

function resourcesOf(yaml: string): JsonObject {
  const template = parseTemplate(`Resources:\n${yaml.trim().replaceAll(/^/gmu, '  ')}\n`, 'example.yaml');
  const resources = own(template, 'Resources');
  return isObject(resources) ? resources : {};
}
