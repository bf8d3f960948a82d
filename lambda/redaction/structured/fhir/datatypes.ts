import { STATE_CODES, STATE_NAMES } from '../../recognizers/us-states';
import type { Category } from '../../category';
import type { Field } from '../field';
import { jsonString, memberOf, stringMember, type Json } from '../json/json-tree';
import { categoryOfIdentifier } from './collect-known';
import type { FhirDocument } from './fhir-document';
import { isResourceType } from './r4-types';

/** What a data type says of one of its strings; undefined leaves it to the primitive rules. */
export type StringOf = (
  key: string,
  value: string,
  parent: Json,
  document: FhirDocument,
) => string | undefined;

const STATES = new Set([...STATE_CODES, ...STATE_NAMES].map((state) => state.toLowerCase()));
const COUNTRY = /^(?:[A-Z]{2,3}|United States(?: of America)?)$/;

const BY_SYSTEM = new Map<string, Category>([
  ['phone', 'PHONE'],
  ['sms', 'PHONE'],
  ['pager', 'PHONE'],
  ['fax', 'FAX'],
  ['email', 'EMAIL'],
  ['url', 'URL'],
]);

const address: StringOf = (key, value, _parent, { redaction }) => {
  if (key === 'use' || key === 'type') return undefined;
  if (key === 'state' && STATES.has(value.trim().toLowerCase())) return value;
  if (key === 'country' && COUNTRY.test(value)) return value;
  const street = key === 'line' || key === 'text';
  return redaction.field({ category: 'GEO', detector: street ? 'street-address' : 'place' }, value);
};

const humanName: StringOf = (key, value, _parent, { redaction }) =>
  key === 'use' ? undefined : redaction.field({ category: 'NAME', detector: 'fhir-name' }, value);

const contactPoint: StringOf = (key, value, parent, { redaction }) => {
  if (key !== 'value') return undefined;
  const category = BY_SYSTEM.get(stringMember(parent, 'system') ?? '') ?? 'OTHER_ID';
  return redaction.field({ category, detector: 'fhir-contact-point' }, value);
};

const identifier: StringOf = (key, value, parent, { redaction }) =>
  key === 'value'
    ? redaction.field({ category: categoryOfIdentifier(parent), detector: 'fhir-identifier' }, value)
    : undefined;

const reference: StringOf = (key, value, parent, { redaction, ids, place }) => {
  if (key === 'reference') {
    const mapped = ids.reference(place, value);
    if (mapped !== value) redaction.count('OTHER_ID');
    return mapped;
  }
  if (key !== 'display') return undefined;
  const target = targetOf(parent);
  const field = BY_TARGET.get(target);
  if (field !== undefined) return redaction.field(field, value);
  return target === '' ? redaction.unknown(value) : redaction.text(value);
};

const PERSON: Field = { category: 'NAME', detector: 'fhir-reference' };
const FACILITY: Field = { category: 'GEO', detector: 'facility' };
const BY_TARGET = new Map<string, Field>([
  ['Patient', PERSON],
  ['Practitioner', PERSON],
  ['PractitionerRole', PERSON],
  ['RelatedPerson', PERSON],
  ['Person', PERSON],
  ['Organization', FACILITY],
  ['Location', FACILITY],
]);

function targetOf(reference: Json): string {
  const type = stringMember(reference, 'type');
  if (type !== undefined) return type;
  const names = (stringMember(reference, 'reference') ?? '').split(/[/?]/);
  return names.find((name) => isResourceType(name)) ?? '';
}

export const STRINGS_OF: ReadonlyMap<string, StringOf> = new Map([
  ['Address', address],
  ['HumanName', humanName],
  ['ContactPoint', contactPoint],
  ['Identifier', identifier],
  ['Reference', reference],
]);

const YEARS = /^(?:a|yrs?|years?)$/i;
const PER_YEAR = new Map([
  ['a', 1],
  ['mo', 12],
  ['wk', 52],
  ['d', 365],
]);
const OLDEST_AGE_SHOWN = 89;

/** An age over 89 becomes "90 or more", which is a valid Quantity: 45 CFR 164.514(b)(2)(i)(C). */
export function hidesOldAge(type: string, quantity: Json, { redaction }: FhirDocument): Json {
  if (quantity.kind !== 'object') return quantity;
  const value = memberOf(quantity, 'value');
  const unit = stringMember(quantity, 'code') ?? stringMember(quantity, 'unit') ?? '';
  const perYear = YEARS.test(unit) ? 1 : type === 'Age' ? PER_YEAR.get(unit) : undefined;
  if (perYear === undefined || value?.kind !== 'number') return quantity;
  const years = Number(value.source) / perYear;
  if (years < OLDEST_AGE_SHOWN + 1 || years > 150) return quantity;
  const rest = quantity.members.filter(({ key }) => key !== 'value' && key !== 'comparator');
  const shown = { kind: 'number', source: String((OLDEST_AGE_SHOWN + 1) * perYear) } as const;
  if (value.source !== shown.source || stringMember(quantity, 'comparator') !== '>=')
    redaction.count('AGE_OVER_89');
  return {
    kind: 'object',
    members: [{ key: 'value', value: shown }, { key: 'comparator', value: jsonString('>=') }, ...rest],
  };
}
