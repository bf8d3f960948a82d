import { isList, isObject, type Json } from './json';

export interface Difference {
  /** Path of the property, as `BucketEncryption.ServerSideEncryptionConfiguration`; lists are compared whole. */
  readonly property: string;
  readonly expected: Json;
  readonly observed: Json | undefined;
}

/** What a template asked for and the service does not answer. What the service adds by itself is no difference. */
export function differences(
  expected: Json,
  observed: Json | undefined,
  property = '',
): readonly Difference[] {
  if (isObject(expected) && isObject(observed)) {
    return Object.entries(expected).flatMap(([name, value]) =>
      differences(value, observed[name], property === '' ? name : `${property}.${name}`),
    );
  }
  return matches(expected, observed) ? [] : [{ property, expected, observed }];
}

function matches(expected: Json, observed: Json | undefined): boolean {
  if (isObject(expected)) {
    return (
      isObject(observed) && Object.entries(expected).every(([name, value]) => matches(value, observed[name]))
    );
  }
  if (isList(expected)) {
    // a service may answer in another order
    if (!isList(observed) || observed.length !== expected.length) return false;
    const left = [...observed];
    return expected.every((item) => {
      const found = left.findIndex((candidate) => matches(item, candidate));
      if (found >= 0) left.splice(found, 1);
      return found >= 0;
    });
  }
  // templates may hold numbers and booleans as text
  return (
    observed !== undefined &&
    !isObject(observed) &&
    !isList(observed) &&
    String(expected) === String(observed)
  );
}
