import { App, Stack } from 'aws-cdk-lib';
import { EXAMPLES } from '../../../lib/compliance/rules/examples';
import { RULES } from '../../../lib/compliance/rules/registry';
import { isObject, own, type JsonObject } from '../../../lib/compliance/template/json';
import { parseTemplate } from '../../../lib/compliance/template/parse-template';
import { readAssembly } from '../../../lib/compliance/template/read-assembly';
import { assemblyOf, judgedOnTheDay } from '../../support/judge-template';
import { override, raw } from '../../support/overridden';

/** Both ways a CDK app slips past checks on typed constructs: resources made raw, and overrides on top of them. */
const MADE = ['raw', 'overridden'] as const;
/** Rules that tell what nobody can look at. */
const ON_THE_UNSEEN: ReadonlySet<string> = new Set([
  'cloudformation-nested-stack-readable',
  'cloudformation-resource-readable',
]);
const VERSIONS = ['bad', 'good'] as const;

const app = new App();
for (const [id, example] of Object.entries(EXAMPLES)) {
  for (const version of VERSIONS) {
    const wanted = resourcesOf(example[version]);
    raw(new Stack(app, stackName(id, version, 'raw')), wanted);
    const other = resourcesOf(example[version === 'bad' ? 'good' : 'bad']);
    override(new Stack(app, stackName(id, version, 'overridden')), other, wanted);
  }
}
/** Each stack by itself: rules that look across resources must not see the examples of other rules. */
const bodies = new Map(
  readAssembly(app.synth().directory).templates.map((template) => [template.stackName, template.body]),
);

describe.each(RULES.filter(({ id }) => Object.hasOwn(EXAMPLES, id)).map(({ id }) => ({ id })))(
  '$id',
  ({ id }) => {
    const rules = RULES.filter((rule) => rule.id === id);
    const verdicts = (version: (typeof VERSIONS)[number], made: (typeof MADE)[number]) => {
      const body = bodies.get(stackName(id, version, made));
      if (!body) throw new Error(`no stack for the ${version} example of ${id}`);
      return judgedOnTheDay(assemblyOf(body), rules).map(({ verdict }) => verdict);
    };

    test.each(MADE)('finds what is wrong in %s resources', (made) => {
      expect(verdicts('bad', made)).toContain(ON_THE_UNSEEN.has(id) ? 'unknown' : 'finding');
    });

    test.each(MADE)('passes what is right in %s resources', (made) => {
      expect(
        verdicts('good', made).filter((verdict) => verdict === 'finding' || verdict === 'unknown'),
      ).toEqual([]);
    });
  },
);

function stackName(id: string, version: string, made: string): string {
  return `${id}-${version}-${made}`;
}

function resourcesOf(yaml: string): JsonObject {
  const template = parseTemplate(`Resources:\n${yaml.trim().replaceAll(/^/gmu, '  ')}\n`, 'example.yaml');
  const resources = own(template, 'Resources');
  return isObject(resources) ? resources : {};
}
