import type { Json } from '../../template/json';
import type { Property } from '../../template/property';

/** True when every value the property can have is written out and meets the test. */
export function isAlways(property: Property, is: (value: Json) => boolean): boolean {
  return property.values.every((value) => value.kind === 'literal' && is(value.value));
}

/** True when the property is there whatever the template's conditions say. */
export function isAlwaysSet(property: Property): boolean {
  return property.values.every(({ kind }) => kind !== 'absent');
}

/** True when the property is nowhere, whatever the template's conditions say. */
export function isNeverSet(property: Property): boolean {
  return property.values.every(({ kind }) => kind === 'absent');
}

/** True for a text that is one of those given, whatever its case. */
export function isOneOf(...texts: readonly string[]): (value: Json) => boolean {
  const lowerCase = new Set(texts.map((text) => text.toLowerCase()));
  return (value) => typeof value === 'string' && lowerCase.has(value.trim().toLowerCase());
}

/** True for a text that matches a pattern. */
export function matches(pattern: RegExp): (value: Json) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value.trim());
}
