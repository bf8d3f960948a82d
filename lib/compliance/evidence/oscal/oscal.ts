import type { Evidence } from '../evidence';

export const OSCAL_VERSION = '1.2.1';
/** Of properties that are ours and not OSCAL's. */
const NAMESPACE = 'urn:hipaa-ai-cdk:oscal';

/** Where the text of the law is. There is no OSCAL catalogue of it to point at. */
export const LAW_SOURCE = 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164';

export interface Property {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
}

export function property(name: string, value: string | number): Property {
  return { name, ns: NAMESPACE, value: line(String(value)) };
}

/** OSCAL's strings and titles are one line, not empty, without space at either end. */
export function line(text: string): string {
  const joined = text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return joined === '' ? '-' : joined;
}

/** `164.312(a)(2)(iv)` as an OSCAL token, which begins with a letter and has no brackets. */
export function controlId(paragraph: string): string {
  return `cfr-${token(paragraph)}`;
}

export function token(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/gu, '-').replace(/^-+|-+$/gu, '');
}

/** A day as the date and time that OSCAL asks for. The time is not known: evidence is of a day. */
export function timeOf(day: string): string {
  return `${day}T00:00:00Z`;
}

export function metadata(evidence: Evidence, title: string) {
  const { generator, asOf, lawAsOf, environment, inputs, disclaimer } = evidence;
  return {
    title: line(title),
    'last-modified': timeOf(asOf),
    version: line(generator.version),
    'oscal-version': OSCAL_VERSION,
    props: [
      property('generator', generator.name),
      property('law-as-of', lawAsOf),
      property('profile', inputs.rules.profile),
      property('rules-sha256', inputs.rules.sha256),
      ...(environment === undefined ? [] : [property('environment', environment)]),
    ],
    remarks: disclaimer,
  };
}

/** A list only where there is something in it: OSCAL has no empty ones. */
export function some<Key extends string, Item>(
  key: Key,
  items: readonly Item[],
): Partial<Record<Key, readonly Item[]>> {
  return items.length === 0 ? {} : ({ [key]: items } as Record<Key, readonly Item[]>);
}
