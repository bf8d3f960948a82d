import { finding, unknown, type Observation } from '../../rule';

/**
 * What a tri-state answer says about a place in a resource: nothing when it is yes.
 * @param expectation reads after the property's name, e.g. `must name a backup plan`
 */
export function observe(
  answer: boolean | undefined,
  property: string,
  expectation: string,
): readonly Observation[] {
  if (answer === true) return [];
  return answer === false
    ? [finding(property, expectation)]
    : [unknown(property, `cannot be read from the template; it ${expectation}`)];
}
