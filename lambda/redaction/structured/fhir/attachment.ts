import type { DocumentRedaction } from '../document-redaction';
import { jsonString, stringMember, type Json, type JsonMember, type JsonObject } from '../json/json-tree';

const PLAIN_TEXT = /^text\/plain(?:;\s*charset="?utf-8"?)?$/i;

/** `data` of an Attachment or Binary that is plain text, redacted. Undefined for anything else: other rules remove it. */
export function redactPayload(
  { key, value }: JsonMember,
  parent: JsonObject,
  redaction: DocumentRedaction,
): Json | undefined {
  if (key !== 'data' || value.kind !== 'string') return undefined;
  if (!PLAIN_TEXT.test(stringMember(parent, 'contentType') ?? '')) return undefined;
  const text = decode(value.value);
  return text === undefined ? undefined : jsonString(Buffer.from(redaction.text(text)).toString('base64'));
}

function decode(base64: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return undefined;
  }
}
