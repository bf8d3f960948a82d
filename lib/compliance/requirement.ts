import { finding, unknown, type Observation } from './rule';
import type { Json } from './template/json';
import type { Property } from './template/property';
import type { Value } from './template/value';

/**
 * Requires that every value a property can have is acceptable.
 * A value that is not there breaks it; one that cannot be read is unknown, never a pass.
 * @param accepts judges a value that is written out
 * @param expectation ends the sentence "<property> …", e.g. `must be true`
 */
export function requireLiteral(
  property: Property,
  accepts: (value: Json) => boolean,
  expectation: string,
): readonly Observation[] {
  return requireValue(
    property,
    (value) => (value.kind === 'literal' ? accepts(value.value) : undefined),
    expectation,
  );
}

/** As {@link requireLiteral}, for a property whose default is acceptable. */
export function allowLiteral(
  property: Property,
  accepts: (value: Json) => boolean,
  expectation: string,
): readonly Observation[] {
  return requireValue(
    property,
    (value) => (value.kind === 'literal' ? accepts(value.value) : undefined),
    expectation,
    { absent: 'accepted' },
  );
}

/** As {@link requireLiteral}, for values that may also be references or open text: undefined means "cannot tell". */
export function requireValue(
  property: Property,
  accepts: (value: Value) => boolean | undefined,
  expectation: string,
  { absent = 'refused' }: { readonly absent?: 'accepted' | 'refused' } = {},
): readonly Observation[] {
  const observe = (value: Value): Observation | undefined => {
    if (value.kind === 'absent' && absent === 'accepted') return undefined;
    if (value.kind === 'absent') return finding(property.path, `is not set; it ${expectation}`);
    if (value.kind === 'unknown')
      return unknown(property.path, `cannot be read: ${value.reason}; it ${expectation}`);
    const accepted = accepts(value);
    if (accepted === undefined)
      return unknown(property.path, `depends on another resource; it ${expectation}`);
    return accepted ? undefined : finding(property.path, expectation);
  };
  const seen: Observation[] = [];
  for (const value of property.values) {
    const observation = observe(value);
    // two branches of a condition may say the same thing
    if (observation && !seen.some(({ message }) => message === observation.message)) seen.push(observation);
  }
  return seen;
}
