import { DocumentRedaction } from '../document-redaction';
import type { StructuredRedaction, StructuredRedactorOptions } from '../field';
import { readPolicy, type JsonPolicy, type JsonRule, type PolicyState } from './json-policy';
import { readJson } from './json-reader';
import { jsonObject, jsonString, type Json, type JsonMember } from './json-tree';
import { indentOf, writeJson } from './json-writer';

export interface JsonRedactor {
  /**
   * A JSON document redacted by its policy. Numbers that stay keep every digit.
   * @throws StructuredError INVALID_JSON
   */
  readonly redact: (json: string) => StructuredRedaction;
}

export interface JsonRedactorOptions extends StructuredRedactorOptions {
  /**
   * Rules by path. What no rule names goes through the engine: strings, keys, and numbers that could be an identifier.
   * @default none
   */
  readonly policy?: JsonPolicy;
}

const SMALL_NUMBER = /^-?\d{1,5}(?:\.\d{1,12})?(?:[eE][+-]?\d{1,3})?$/;

/** @throws StructuredError INVALID_POLICY */
export function createJsonRedactor(options: JsonRedactorOptions): JsonRedactor {
  const policy = readPolicy(options.policy ?? {});
  return {
    redact(json) {
      const document = readJson(json);
      const redaction = new DocumentRedaction(options);
      collectKnown(document, policy, redaction);
      const redacted = redactNode(document, policy, redaction);
      return { text: writeJson(redacted, indentOf(json)), counts: redaction.counts };
    },
  };
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

function redactNode(node: Json, state: PolicyState, redaction: DocumentRedaction): Json {
  switch (node.kind) {
    case 'object':
      return jsonObject(
        withDistinctKeys(node.members.map((member) => redactMember(member, state, redaction))),
      );
    case 'array':
      return {
        kind: 'array',
        items: node.items.map((item) => redactNode(item, state.enterItem(), redaction)),
      };
    case 'string':
      return jsonString(redactString(node.value, state.rule, redaction));
    case 'number':
      return redactNumber(node, state.rule, redaction);
    case 'literal':
      return node;
  }
}

function redactMember(
  { key, value }: JsonMember,
  state: PolicyState,
  redaction: DocumentRedaction,
): JsonMember {
  const inner = state.enterKey(key);
  // a key that the policy names is a name of the schema
  const kept = inner.named || state.rule === 'keep';
  return { key: kept ? key : redaction.text(key), value: redactNode(value, inner, redaction) };
}

function redactString(value: string, rule: JsonRule | undefined, redaction: DocumentRedaction): string {
  if (rule === 'keep') return value;
  return rule === undefined || rule === 'text'
    ? redaction.text(value)
    : redaction.field({ category: rule, detector: 'json-field' }, value);
}

/** A number that may name somebody becomes text. */
function redactNumber(
  node: Extract<Json, { kind: 'number' }>,
  rule: JsonRule | undefined,
  redaction: DocumentRedaction,
): Json {
  if (rule === 'keep') return node;
  if (rule !== undefined && rule !== 'text') {
    return jsonString(redaction.field({ category: rule, detector: 'json-field' }, node.source));
  }
  if (SMALL_NUMBER.test(node.source)) return node;
  const text = redaction.text(node.source);
  return text === node.source ? node : jsonString(text);
}

/** Two keys may become one label; the second gets a number, for a key stands once in an object. */
function withDistinctKeys(members: readonly JsonMember[]): JsonMember[] {
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  return members.map(({ key, value }) => {
    let distinct = key;
    while (used.has(distinct)) {
      const number = (numbers.get(key) ?? 1) + 1;
      numbers.set(key, number);
      distinct = `${key} ${number}`;
    }
    used.add(distinct);
    return { key: distinct, value };
  });
}
