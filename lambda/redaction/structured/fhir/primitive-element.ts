import { jsonObject, jsonString, JSON_NULL, memberOf, type Json, type JsonMember } from '../json/json-tree';

/**
 * Says that there was a value. With it a required element stays valid without its value, and the reader of an optional one
 * is not led to think that it was never there.
 */
export const MASKED_ELEMENT = jsonObject([
  {
    key: 'extension',
    value: {
      kind: 'array',
      items: [
        jsonObject([
          { key: 'url', value: jsonString('http://hl7.org/fhir/StructureDefinition/data-absent-reason') },
          { key: 'valueCode', value: jsonString('masked') },
        ]),
      ],
    },
  },
]);

/**
 * A primitive element is two members: its value, and under the name with `_` its extensions; both are lists if it repeats.
 * @param value undefined where none was given
 * @param redact undefined where nothing of the value may stay
 */
export function redactPair(
  key: string,
  value: Json | undefined,
  shadow: Json | undefined,
  redact: (value: Json) => Json | undefined,
  redactShadow: (shadow: Json) => Json,
): JsonMember[] {
  if (value?.kind !== 'array') {
    const pair = redactOne(value, shadow, redact, redactShadow);
    return membersOf(key, pair.value, pair.shadow);
  }
  const shadows = shadow?.kind === 'array' ? shadow.items : [];
  const pairs = value.items.map((item, at) => redactOne(item, shadows[at], redact, redactShadow));
  const list = (items: readonly (Json | undefined)[]): Json | undefined =>
    items.every((item) => item === undefined)
      ? undefined
      : { kind: 'array', items: items.map((item) => item ?? JSON_NULL) };
  return membersOf(
    key,
    list(pairs.map((pair) => pair.value)) ?? { kind: 'array', items: pairs.map(() => JSON_NULL) },
    list(pairs.map((pair) => pair.shadow)),
  );
}

function redactOne(
  value: Json | undefined,
  shadow: Json | undefined,
  redact: (value: Json) => Json | undefined,
  redactShadow: (shadow: Json) => Json,
): { value?: Json; shadow?: Json } {
  const given = value !== undefined && !isNull(value);
  const kept = given ? redact(value) : undefined;
  const beside = shadow === undefined || isNull(shadow) ? undefined : redactShadow(shadow);
  const hollow = given && kept === undefined && (!beside || memberOf(beside, 'extension') === undefined);
  return { value: kept, shadow: hollow ? MASKED_ELEMENT : beside };
}

function membersOf(key: string, value: Json | undefined, shadow: Json | undefined): JsonMember[] {
  return [
    ...(value === undefined ? [] : [{ key, value }]),
    ...(shadow === undefined ? [] : [{ key: `_${key}`, value: shadow }]),
  ];
}

function isNull(node: Json): boolean {
  return node.kind === 'literal' && node.value === null;
}
