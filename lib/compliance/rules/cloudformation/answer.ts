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

/**
 * Requires that one of several ways is surely taken.
 * @param answers one for each way; undefined: cannot tell
 */
export function requireAny(
  path: string,
  answers: readonly (boolean | undefined)[],
  expectation: string,
): readonly Observation[] {
  const answer = answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
  return observe(answer, path, expectation);
}
