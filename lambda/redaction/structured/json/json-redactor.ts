import type { Counts } from '../../category';
import { DocumentRedaction } from '../document-redaction';
import type { StructuredRedaction, StructuredRedactorOptions } from '../field';
import { StructuredError } from '../structured-error';
import { JsonDraft } from './json-draft';
import { readPolicy, type JsonPolicy, type PolicyState } from './json-policy';
import { readJson } from './json-reader';
import type { Json } from './json-tree';
import { writeLike } from './json-writer';

export interface JsonRedactor {
  /**
   * A JSON document redacted by its policy. Numbers that stay keep every digit.
   * @throws StructuredError INVALID_JSON
   */
  readonly redact: (json: string) => StructuredRedaction;
  /**
   * The same for a value in memory; members that JSON has not are left out.
   * @throws StructuredError INVALID_JSON for a value that JSON cannot hold, or nested too deep
   */
  readonly redactValue: (value: unknown) => JsonValueRedaction;
}

export interface JsonValueRedaction {
  readonly value: unknown;
  readonly counts: Counts;
}

export interface JsonRedactorOptions extends StructuredRedactorOptions {
  /**
   * Rules by path. What no rule names goes through the engine: strings, keys, and numbers that could be an identifier.
   * @default none
   */
  readonly policy?: JsonPolicy;
}

/**
 * Texts and numbers of a document are read together as lines of `key: value`: a key is the cue of its value, and a name found
 * in one text is found in all, keys too. JSON inside a text is read as JSON. A number that may name somebody becomes text.
 *
 * @throws StructuredError INVALID_POLICY
 */
export function createJsonRedactor(options: JsonRedactorOptions): JsonRedactor {
  const policy = readPolicy(options.policy ?? {});
  const redact = (json: string): StructuredRedaction => {
    const document = readJson(json);
    const redaction = new DocumentRedaction(options);
    collectKnown(document, policy, redaction);
    const redacted = new JsonDraft(redaction).redact(document, policy);
    return { text: writeLike(json, redacted), counts: redaction.counts };
  };
  return {
    redact,
    redactValue(value) {
      const { text, counts } = redact(jsonOf(value));
      return { value: JSON.parse(text) as unknown, counts };
    },
  };
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value ?? null) ?? 'null';
  } catch {
    // what it says may name a key
    throw new StructuredError(
      'INVALID_JSON',
      'the value holds what JSON cannot; give text, numbers, lists and objects',
    );
  }
}

/** What the policy calls a name or a number is looked for in every other text. */
function collectKnown(
  node: Json,
  { rule, enterKey, enterItem }: PolicyState,
  redaction: DocumentRedaction,
): void {
  switch (node.kind) {
    case 'object':
      for (const { key, value } of node.members) collectKnown(value, enterKey(key), redaction);
      break;
    case 'array':
      for (const item of node.items) collectKnown(item, enterItem(), redaction);
      break;
    case 'string':
    case 'number': {
      const value = node.kind === 'string' ? node.value : node.source;
      if (rule === 'NAME') redaction.known.addName(value);
      else if (rule !== undefined && rule !== 'keep' && rule !== 'text' && rule !== 'DATE') {
        redaction.known.addCode(rule, value);
      }
      break;
    }
    case 'literal':
      break;
  }
}
