import type { Field } from '../field';
import { jsonString, type Json, type JsonString } from '../json/json-tree';
import { isFhirDate, yearOf } from './dates';
import {
  IDENTIFYING_NUMBERS,
  IDENTIFYING_STRINGS,
  OPEN_STRINGS,
  SCHEMA_STRINGS,
  SCHEMA_URIS,
} from './element-policy';
import type { FhirDocument } from './fhir-document';
import { redactNarrative } from './narrative';
import { isResourceType } from './r4-types';

/** Of FHIR data types that cannot hold a label. Masked: `undefined`. */
type PrimitiveRule = (value: string, element: string, document: FhirDocument) => string | undefined;

const CODE = /^[^\s]+$/;
const LONG_NUMBER = /^-?\d{7,}(?:\.0*)?$/;
const OTHER: Field = { category: 'OTHER_ID', detector: 'fhir-element' };
const DATE: Field = { category: 'DATE', detector: 'fhir-date' };
const REMOVED_URL = 'https://redacted.invalid/extension';

const date =
  (type: string): PrimitiveRule =>
  (value, _element, { redaction, thisYear }) => {
    if (/^\d{4}$/.test(value) && type !== 'instant') {
      const year = yearOf(value, thisYear);
      if (year === undefined) redaction.count('DATE');
      return year;
    }
    const replaced = redaction.field(DATE, value);
    if (isFhirDate(type, replaced)) return replaced;
    return type === 'instant' ? undefined : yearOf(value, thisYear);
  };

const uri: PrimitiveRule = (value, element, document) => {
  if (SCHEMA_URIS.has(element)) return schemaUri(value, element, document);
  if (element === 'Identifier.system') return isStandardSystem(value) ? value : masked(value, document);
  if (isResourceType(value)) return value;
  const mapped = document.ids.reference(document.place, value);
  if (mapped !== value) document.redaction.count('OTHER_ID');
  return mapped;
};

const schemaUri: PrimitiveRule = (value, _element, document) => {
  const foreign = /[?@\s]/.test(value) || value.length > 512;
  const named = document.redaction.known.find(value).some(({ start, end }) => end - start >= 5);
  return foreign || named ? masked(value, document) : value;
};

const text: PrimitiveRule = (value, element, { redaction }) => {
  const field = IDENTIFYING_STRINGS.get(element);
  if (field !== undefined) return redaction.field(field, value);
  if (SCHEMA_STRINGS.has(element)) return redaction.knownIn(value);
  return OPEN_STRINGS.has(element) ? redaction.unknown(value) : redaction.text(value);
};

const code: PrimitiveRule = (value, _element, document) => {
  const known = document.redaction.known.find(value);
  const whole = known.some(({ start, end }) => start === 0 && end === value.length);
  return CODE.test(value) && !value.includes('@') && !(whole && /\d/.test(value))
    ? value
    : masked(value, document);
};

const STRING_RULES: ReadonlyMap<string, PrimitiveRule> = new Map<string, PrimitiveRule>([
  ['string', text],
  ['markdown', text],
  ['xhtml', (value, _element, { redaction }) => redactNarrative(value, redaction)],
  ['date', date('date')],
  ['dateTime', date('dateTime')],
  ['instant', date('instant')],
  ['time', (value, _element, document) => (/^[\d:.]{5,18}$/.test(value) ? value : masked(value, document))],
  ['code', code],
  ['uri', uri],
  ['url', uri],
  ['uuid', uri],
  ['canonical', schemaUri],
  ['id', (value, _element, document) => masked(value, document)],
  ['oid', (value, _element, document) => masked(value, document)],
  ['base64Binary', (value, _element, document) => masked(value, document)],
]);

function masked(value: string, { redaction }: FhirDocument): undefined {
  redaction.field(OTHER, value);
}

function isStandardSystem(value: string): boolean {
  return /^https?:\/\/(?:terminology\.)?hl7\.org\//.test(value) && /^[\w:/.-]*$/.test(value);
}

/** The value of a primitive element by its type, or undefined if nothing of it may stay. */
export function redactPrimitive(
  node: Json,
  type: string,
  element: string,
  document: FhirDocument,
): Json | undefined {
  if (element === 'Extension.url') return extensionUrl(node, document);
  const rule = STRING_RULES.get(type);
  if (rule !== undefined && node.kind === 'string') {
    const value = rule(node.value, element, document);
    return value === undefined ? undefined : jsonString(value);
  }
  if (rule === undefined && type === 'boolean' && node.kind === 'literal') return node;
  if (rule === undefined && type !== 'boolean' && node.kind === 'number') {
    const field =
      IDENTIFYING_NUMBERS.get(element) ?? (isBareLongNumber(node.source, element) ? OTHER : undefined);
    if (field === undefined) return node;
    document.redaction.field(field, node.source);
    return undefined;
  }
  return undefined;
}

/** A value of no unit with seven figures or more is a number that names something. */
function isBareLongNumber(source: string, element: string): boolean {
  return /\.value[A-Z]\w*$/.test(element) && LONG_NUMBER.test(source);
}

function extensionUrl(node: Json, document: FhirDocument): JsonString {
  const url = node.kind === 'string' ? schemaUri(node.value, 'Extension.url', document) : undefined;
  return jsonString(url ?? REMOVED_URL);
}
