import { requireValue } from '../../requirement';
import { finding, type Observation } from '../../rule';
import type { Json } from '../../template/json';
import type { Property } from '../../template/property';

/** Requires that a property is there and not empty, whatever it says. */
export function requireSet(property: Property, expectation: string): readonly Observation[] {
  return requireValue(property, (value) => value.kind !== 'literal' || !isEmpty(value.value), expectation);
}

/** Requires that a property is given, whatever it says: a value known only at deployment is given too. */
export function requirePresent(property: Property, expectation: string): readonly Observation[] {
  return isGiven(property) ? [] : [finding(property.path, expectation)];
}

/** True when no value of a property is missing or empty. */
export function isGiven(property: Property): boolean {
  return property.values.every(
    (value) => value.kind !== 'absent' && (value.kind !== 'literal' || !isEmpty(value.value)),
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

/** Whether a property is there and not empty, whatever it says. Undefined: cannot tell. */
export function isSet(property: Property): boolean | undefined {
  const answers = property.values.map((value) => {
    if (value.kind === 'absent') return false;
    if (value.kind === 'unknown') return undefined;
    return value.kind !== 'literal' || !isEmpty(value.value);
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

function isEmpty(value: Json): boolean {
  return Array.isArray(value) ? value.length === 0 : value === '' || value === null;
}
