import type { DocumentRedaction } from '../document-redaction';
import { jsonObject, jsonString, JSON_NULL, type Json } from '../json/json-tree';

const SCHEMA_NAME = /^_?[a-z][A-Za-z]{0,40}$/;
const SMALL_NUMBER = /^-?(?:[1-8]?\d|\d{1,4}\.\d+)$/;

/**
 * An element FHIR R4 does not describe, or one that has not the shape it should. Prose goes through the engine; short
 * strings, numbers that could be an identifier or an age over 89, and keys that are no name of an element go altogether.
 */
export function redactUnknown(node: Json, redaction: DocumentRedaction): Json {
  switch (node.kind) {
    case 'string':
      return jsonString(redaction.unknown(node.value));
    case 'number':
      if (SMALL_NUMBER.test(node.source)) return node;
      redaction.count('OTHER_ID');
      return JSON_NULL;
    case 'literal':
      return node;
    case 'array':
      return { kind: 'array', items: node.items.map((item) => redactUnknown(item, redaction)) };
    case 'object':
      return jsonObject(
        node.members.flatMap(({ key, value }) => {
          if (isElementName(key, redaction)) return [{ key, value: redactUnknown(value, redaction) }];
          redaction.count('OTHER_ID');
          return [];
        }),
      );
  }
}

/** Whether a key may stay: it looks like the name of an element, and no text would hide it. */
export function isElementName(key: string, redaction: DocumentRedaction): boolean {
  return SCHEMA_NAME.test(key) && redaction.known.find(key).length === 0;
}
