import {
  jsonObject,
  jsonString,
  memberOf,
  stringMember,
  type Json,
  type JsonMember,
  type JsonObject,
} from '../json/json-tree';
import { redactPayload } from './attachment';
import { hidesOldAge, STRINGS_OF } from './datatypes';
import { COORDINATE_EXTENSION, extensionString } from './extension-policy';
import type { FhirDocument } from './fhir-document';
import { MASKED_ELEMENT, redactPair } from './primitive-element';
import { redactPrimitive } from './primitives';
import { elementType, isPrimitive, isResourceType } from './r4-types';
import { isElementName, redactUnknown } from './unknown-element';

const AGES = new Set(['Age', 'Quantity', 'SimpleQuantity', 'Duration']);
const IDENTIFYING_TYPES = new Set(['HumanName', 'Address', 'ContactPoint']);

/** What is decided of a member before the rules of its data type are asked. */
type Decide = (member: JsonMember) => Json | undefined;

const nothing: Decide = () => undefined;

/** A resource, as one of its own or inside another. */
export function redactResource(node: Json, document: FhirDocument): Json {
  const type = stringMember(node, 'resourceType');
  if (node.kind !== 'object' || type === undefined || !isResourceType(type)) {
    return redactUnknown(node, document.redaction);
  }
  return redactMembers(node, type, document, (member) => {
    if (member.key === 'resourceType') return member.value;
    if (member.key === 'id') return redactId(member.value, type, document);
    return type === 'Binary' ? redactPayload(member, node, document.redaction) : undefined;
  });
}

function redactId(value: Json, type: string, { ids, place, redaction }: FhirDocument): Json | undefined {
  if (value.kind !== 'string') return undefined;
  const id = ids.ofResource(place, type, value.value);
  if (id !== value.value) redaction.count('OTHER_ID');
  return jsonString(id);
}

function redactMembers(node: JsonObject, type: string, document: FhirDocument, decide: Decide): JsonObject {
  return jsonObject(
    node.members.flatMap((member): JsonMember[] => {
      const { key } = member;
      const decided = decide(member);
      if (decided !== undefined) return [{ key, value: decided }];
      const name = key.startsWith('_') ? key.slice(1) : key;
      const of = elementType(type, name);
      if (of === undefined || (name !== key && !isPrimitive(of))) return redactStranger(member, document);
      if (!isPrimitive(of)) {
        return [{ key, value: eachOf(member.value, (item) => redactElement(item, of, type, document)) }];
      }
      // an id for references inside a resource: nothing needs it
      if (name === 'id' && !isResourceType(type)) return counted(document);
      // the pair is redacted where its value stands
      if (name !== key && memberOf(node, name) !== undefined) return [];
      return redactPrimitiveElement(name, node, of, type, document);
    }),
  );
}

function redactPrimitiveElement(
  key: string,
  parent: JsonObject,
  of: string,
  type: string,
  document: FhirDocument,
): JsonMember[] {
  const redact = (value: Json): Json | undefined => {
    const stringOf = value.kind === 'string' ? STRINGS_OF.get(type) : undefined;
    const known = value.kind === 'string' ? stringOf?.(key, value.value, parent, document) : undefined;
    const redacted =
      known === undefined ? redactPrimitive(value, of, `${type}.${key}`, document) : jsonString(known);
    // FHIR has no empty string, and operators may leave one
    return redacted?.kind === 'string' && redacted.value === '' ? undefined : redacted;
  };
  const redactShadow = (shadow: Json): Json =>
    IDENTIFYING_TYPES.has(type) ? MASKED_ELEMENT : redactElement(shadow, 'Element', type, document);
  return redactPair(key, memberOf(parent, key), memberOf(parent, `_${key}`), redact, redactShadow);
}

/** An element that this type has not. */
function redactStranger({ key, value }: JsonMember, document: FhirDocument): JsonMember[] {
  if (!isElementName(key, document.redaction)) return counted(document);
  return [{ key, value: redactUnknown(value, document.redaction) }];
}

function counted({ redaction }: FhirDocument): [] {
  redaction.count('OTHER_ID');
  return [];
}

function redactElement(node: Json, of: string, owner: string, document: FhirDocument): Json {
  if (node.kind !== 'object') return redactUnknown(node, document.redaction);
  switch (of) {
    case 'Resource':
      return redactResource(node, owner === 'Bundle.entry' ? document : containedIn(document));
    case 'Extension':
      return IDENTIFYING_TYPES.has(owner)
        ? maskedExtension(node, document)
        : redactExtension(node, '', document);
    case 'Bundle.entry':
      return redactMembers(node, of, entryOf(node, document), nothing);
    case 'Attachment':
      return redactMembers(node, of, document, (member) => redactPayload(member, node, document.redaction));
    default: {
      const element = AGES.has(of) ? hidesOldAge(of, node, document) : node;
      return element.kind === 'object' ? redactMembers(element, of, document, nothing) : element;
    }
  }
}

function redactExtension(node: JsonObject, outer: string, document: FhirDocument): Json {
  const url = stringMember(node, 'url') ?? '';
  if (COORDINATE_EXTENSION.test(url)) return maskedExtension(node, document);
  return redactMembers(node, 'Extension', document, ({ key, value }) => {
    if (key === 'extension') {
      return eachOf(value, (item) =>
        item.kind === 'object'
          ? redactExtension(item, url, document)
          : redactUnknown(item, document.redaction),
      );
    }
    if (key !== 'valueString' || value.kind !== 'string') return undefined;
    return jsonString(extensionString(value.value, url, outer, document.redaction));
  });
}

/** An extension of a name or an address repeats parts of it. */
function maskedExtension(node: JsonObject, { redaction }: FhirDocument): Json {
  const already = memberOf(node, '_valueString') !== undefined;
  if (!already) redaction.count('OTHER_ID');
  return jsonObject([
    { key: 'url', value: jsonString('https://redacted.invalid/extension') },
    { key: '_valueString', value: MASKED_ELEMENT },
  ]);
}

function entryOf(entry: JsonObject, document: FhirDocument): FhirDocument {
  const place = document.ids.placeOf(stringMember(entry, 'fullUrl'));
  return { ...document, place: { ...place, scope: document.ids.nextScope() } };
}

function containedIn(document: FhirDocument): FhirDocument {
  return { ...document, place: { ...document.place, contained: true } };
}

function eachOf(node: Json, redact: (item: Json) => Json): Json {
  return node.kind === 'array' ? { kind: 'array', items: node.items.map(redact) } : redact(node);
}
