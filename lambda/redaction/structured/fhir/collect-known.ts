import { memberOf, stringMember, type Json } from '../json/json-tree';
import type { KnownValues } from '../known-values';

const PERSON = /(?:^|\/)(?:Patient|Practitioner|RelatedPerson|Person)\//;
const NAME_PARTS = ['text', 'family', 'given'];

/**
 * Names, numbers and towns that data types of a document give. Types are told by their shape and not by the schema, so that
 * resources this library does not know give theirs too.
 */
export function collectKnown(node: Json, known: KnownValues): void {
  if (node.kind === 'array') for (const item of node.items) collectKnown(item, known);
  if (node.kind !== 'object') return;
  if (memberOf(node, 'family') ?? memberOf(node, 'given')) {
    for (const part of NAME_PARTS) for (const text of stringsOf(memberOf(node, part))) known.addName(text);
  }
  if (memberOf(node, 'line') ?? memberOf(node, 'postalCode')) {
    for (const city of stringsOf(memberOf(node, 'city'))) known.addTown(city);
    for (const zip of stringsOf(memberOf(node, 'postalCode'))) known.addZip(zip);
  }
  collectValue(node, known);
  const reference = stringMember(node, 'reference');
  if (reference !== undefined && PERSON.test(reference)) known.addName(stringMember(node, 'display') ?? '');
  for (const { key, value } of node.members) {
    if (key === 'name' && value.kind !== 'string') collectNameTexts(value, known);
    collectKnown(value, known);
  }
}

/** `value` of an Identifier or a ContactPoint, not of a Quantity. */
function collectValue(node: Json, known: KnownValues): void {
  const value = stringMember(node, 'value');
  if (value === undefined) return;
  const system = stringMember(node, 'system') ?? '';
  const contact = /^(?:phone|fax|sms|pager)$/.test(system);
  known.addCode(contact ? 'PHONE' : categoryOfIdentifier(node), value);
}

function collectNameTexts(name: Json, known: KnownValues): void {
  const names = name.kind === 'array' ? name.items : [name];
  for (const each of names) known.addName(stringMember(each, 'text') ?? '');
}

function stringsOf(node: Json | undefined): string[] {
  if (node?.kind === 'string') return [node.value];
  return node?.kind === 'array' ? node.items.flatMap(stringsOf) : [];
}

const BY_TYPE_CODE = new Map([
  ['MR', 'MRN'],
  ['MRT', 'MRN'],
  ['PI', 'MRN'],
  ['SS', 'SSN'],
  ['SB', 'SSN'],
  ['DL', 'LICENSE'],
  ['MD', 'LICENSE'],
  ['NPI', 'LICENSE'],
  ['PRN', 'LICENSE'],
  ['LN', 'LICENSE'],
  ['DEA', 'LICENSE'],
  ['MB', 'HEALTH_PLAN'],
  ['MC', 'HEALTH_PLAN'],
  ['MA', 'HEALTH_PLAN'],
  ['SN', 'HEALTH_PLAN'],
  ['NIIP', 'HEALTH_PLAN'],
  ['AN', 'ACCOUNT'],
  ['SNO', 'DEVICE'],
  ['UDI', 'DEVICE'],
  ['VIN', 'VEHICLE'],
] as const);

/** By the code of HL7 table 0203 in its type, or by a national system. */
export function categoryOfIdentifier(identifier: Json): Parameters<KnownValues['addCode']>[0] {
  const type = memberOf(identifier, 'type');
  const coding = type && memberOf(type, 'coding');
  for (const each of coding?.kind === 'array' ? coding.items : []) {
    const category = BY_TYPE_CODE.get(stringMember(each, 'code') as 'MR');
    if (category !== undefined) return category;
  }
  const system = stringMember(identifier, 'system') ?? '';
  if (system.endsWith('us-ssn') || system.endsWith('2.16.840.1.113883.4.1')) return 'SSN';
  if (system.endsWith('us-npi')) return 'LICENSE';
  if (system.endsWith('us-mbi')) return 'HEALTH_PLAN';
  return 'OTHER_ID';
}
