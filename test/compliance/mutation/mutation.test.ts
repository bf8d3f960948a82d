import { judge } from '../../../lib/compliance/judge';
import { ELIGIBLE } from '../../../lib/compliance/law/eligible-services';
import type { ParameterValues } from '../../../lib/compliance/parameter';
import type { Rule } from '../../../lib/compliance/rule';
import { RULES } from '../../../lib/compliance/rules/registry';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { assemblyOf } from '../../support/judge-template';
import { mutantsOf, type Weakening } from './mutator';
import list from './properties.json';
import { advisedAgainst, referenceTemplates } from './reference';
import survivors from './survivors.json';

jest.setTimeout(120_000);

const LEAST_CAUGHT = 0.95;
const weakenings = list.properties as readonly Weakening[];
const references = [...referenceTemplates()];
const nameOf = ({ type, path, weaken }: Weakening) => `${type} ${path} ${weaken}`;

/**
 * What only an organization knows: that the page of AWS names these services too, and that its accounts were customers
 * before services closed. Without it these services are questions, and a reference leaves none open.
 */
const REVIEWED: ParameterValues = {
  'governance-eligible-service': {
    namespaces: [...ELIGIBLE, 'AppRunner', 'BedrockAgentCore', 'S3Tables', 'S3Vectors', 'VpcLattice'],
    listDate: '2026-11-22',
  },
  'governance-region': { buckets: ['scan-copies'] },
  'governance-service-in-operation': { inUse: ['AppRunner', 'AWS::CloudTrail::EventDataStore'] },
};

function findings(template: JsonObject, rules: readonly Rule[] = RULES): readonly string[] {
  return judge(assemblyOf(template), rules, REVIEWED).flatMap(({ rule, resource, observations }) =>
    observations.map(({ verdict, property }) => `${verdict} ${rule.id} ${resource.logicalId} ${property}`),
  );
}

const ruleOf = (line: string) => line.split(' ')[1];

test.each(references)('%s is as every rule wants it, but for what it says', (_, template) => {
  const broken = findings(template).map(ruleOf);
  expect(new Set(broken)).toEqual(new Set(advisedAgainst(template)));
});

/** What is seen in references as they are; nothing in most. */
const known = new Map(references.map(([name, template]) => [name, new Set(findings(template))]));

/** Undefined: no reference template has the property. */
function isCaught(weakening: Weakening): boolean | undefined {
  const mutants = references.flatMap(([name, template]) =>
    mutantsOf(template, weakening).map((mutant) => ({ ...mutant, name })),
  );
  if (mutants.length === 0) return undefined;
  const isNew = (name: string) => (line: string) =>
    line.startsWith('finding ') && known.get(name)?.has(line) !== true;
  // weaker at any one of its places is weaker; most is found by a rule of the type, which spares asking all others
  const ofType = RULES.filter(({ resourceTypes }) => resourceTypes.includes(weakening.type));
  return mutants.every(
    ({ name, template }) =>
      findings(template, ofType).some(isNew(name)) || findings(template).some(isNew(name)),
  );
}

describe('weakening one property', () => {
  const results = weakenings.map((weakening) => ({ weakening, caught: isCaught(weakening) }));
  const missed = results.filter(({ caught }) => caught !== true);

  test(`is found in at least ${LEAST_CAUGHT * 100} % of all cases`, () => {
    expect((results.length - missed.length) / results.length).toBeGreaterThanOrEqual(LEAST_CAUGHT);
  });

  test('goes unnoticed only where survivors.json says so, and why', () => {
    const unnoticed = missed.map(
      ({ weakening, caught }) => `${nameOf(weakening)}${caught === undefined ? ' (no reference)' : ''}`,
    );
    expect(unnoticed).toEqual(Object.keys(survivors));
    for (const reason of Object.values(survivors)) expect(reason).toMatch(/\S.{20}/u);
  });
});
