import { requireValue } from '../../requirement';
import type { Observation } from '../../rule';
import type { Property } from '../../template/property';

/** Requires that a property is there and not empty, whatever it says. */
export function requireSet(property: Property, expectation: string): readonly Observation[] {
  return requireValue(
    property,
    (value) => {
      if (value.kind !== 'literal') return true;
      return Array.isArray(value.value) ? value.value.length > 0 : value.value !== '';
    },
    expectation,
  );
}
