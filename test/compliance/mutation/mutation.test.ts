import { judge } from '../../../lib/compliance/judge';
import { RULES } from '../../../lib/compliance/rules/registry';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { assemblyOf } from '../../support/judge-template';
import { mutantsOf, type Weakening } from './mutator';
import list from './properties.json';
import { referenceTemplates } from './reference';
import survivors from './survivors.json';

jest.setTimeout(120_000);

const LEAST_CAUGHT = 0.95;
const weakenings = list.properties as readonly Weakening[];
const references = [...referenceTemplates()];
const nameOf = ({ type, path, weaken }: Weakening) => `${type} ${path} ${weaken}`;

function findings(template: JsonObject): readonly string[] {
  return judge(assemblyOf(template), RULES).flatMap(({ rule, resource, observations }) =>
    observations.map(({ verdict, property }) => `${verdict} ${rule.id} ${resource.logicalId} ${property}`),
  );
}

/** Whether AWS offers a service, and means it too where its list does not say so, is nothing that a template can tell. */
const LEFT_TO_AWS = /^unknown governance-(?:eligible-service|service-in-operation) /u;

test.each(references)('%s is as every rule wants it', (_, template) => {
  expect(findings(template).filter((line) => !LEFT_TO_AWS.test(line))).toEqual([]);
});

/** Undefined: no reference template has the property. */
function isCaught(weakening: Weakening): boolean | undefined {
  const mutants = references.flatMap(([, template]) => mutantsOf(template, weakening));
  if (mutants.length === 0) return undefined;
  // weaker at any one of its places is weaker
  return mutants.every(({ template }) => findings(template).some((line) => line.startsWith('finding ')));
}

describe('weakening one property', () => {
  const results = weakenings.map((weakening) => ({ weakening, caught: isCaught(weakening) }));
  const missed = results.filter(({ caught }) => caught !== true);

  test(`is found in at least ${LEAST_CAUGHT * 100} % of all cases`, () => {
    expect((results.length - missed.length) / results.length).toBeGreaterThanOrEqual(LEAST_CAUGHT);
  });

  test('goes unnoticed only where survivors.json says so', () => {
    expect(
      missed.map(
        ({ weakening, caught }) => `${nameOf(weakening)}${caught === undefined ? ' (no reference)' : ''}`,
      ),
    ).toEqual(survivors);
  });
});
