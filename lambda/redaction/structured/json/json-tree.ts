/** JSON as it was written: members in their order, each number by its digits, so that nothing that stays is altered. */
export type Json = JsonObject | JsonArray | JsonString | JsonNumber | JsonLiteral;

export interface JsonMember {
  readonly key: string;
  readonly value: Json;
}

export interface JsonObject {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

export interface JsonArray {
  readonly kind: 'array';
  readonly items: readonly Json[];
}

export interface JsonString {
  readonly kind: 'string';
  readonly value: string;
}

export interface JsonNumber {
  readonly kind: 'number';
  readonly source: string;
}

export interface JsonLiteral {
  readonly kind: 'literal';
  readonly value: boolean | null;
}

export const JSON_NULL: JsonLiteral = { kind: 'literal', value: null };

export function jsonString(value: string): JsonString {
  return { kind: 'string', value };
}

export function jsonObject(members: readonly JsonMember[]): JsonObject {
  return { kind: 'object', members };
}

/** The member of a key, the first if several have it. */
export function memberOf(node: Json, key: string): Json | undefined {
  return node.kind === 'object' ? node.members.find((member) => member.key === key)?.value : undefined;
}

export function stringMember(node: Json, key: string): string | undefined {
  const member = memberOf(node, key);
  return member?.kind === 'string' ? member.value : undefined;
}
