import { finding, unknown, type Observation } from '../../rule';
import type { Property } from '../../template/property';

/**
 * Requires that one of several ways is surely taken.
 * @param answers one for each way; undefined: cannot tell
 */
export function requireAny(
  path: string,
  answers: readonly (boolean | undefined)[],
  expectation: string,
): readonly Observation[] {
  if (answers.includes(true)) return [];
  return [
    answers.includes(undefined)
      ? unknown(path, `cannot be read from the template; it ${expectation}`)
      : finding(path, expectation),
  ];
}

/** Whether a property is there and not empty, whatever it says. Undefined: cannot tell. */
export function isSet(property: Property): boolean | undefined {
  const answers = property.values.map((value) => {
    if (value.kind === 'absent') return false;
    if (value.kind === 'unknown') return undefined;
    if (value.kind !== 'literal') return true;
    return Array.isArray(value.value) ? value.value.length > 0 : value.value !== '' && value.value !== null;
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}
