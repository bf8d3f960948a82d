import { finding, type Observation } from '../../rule';
import type { Property } from '../../template/property';

/** Requires that a property is given, whatever it says: a value known only at deployment is given too. */
export function requirePresent(property: Property, expectation: string): readonly Observation[] {
  return isGiven(property) ? [] : [finding(property.path, expectation)];
}

/** True when no value of a property is missing or empty. */
export function isGiven(property: Property): boolean {
  return property.values.every(
    (value) =>
      value.kind !== 'absent' &&
      (value.kind !== 'literal' ||
        (value.value !== '' && !(Array.isArray(value.value) && value.value.length === 0))),
  );
}

/** As {@link requirePresent}, for a property that is text: what is written out as something else names nothing. */
export function requireText(property: Property, expectation: string): readonly Observation[] {
  const isNone = property.values.some(
    (value) =>
      value.kind === 'absent' ||
      (value.kind === 'literal' && (typeof value.value !== 'string' || value.value === '')),
  );
  return isNone ? [finding(property.path, expectation)] : [];
}
