import type { DocumentRedaction } from '../document-redaction';
import { cueOf, redactLeaves, type Leaf, type Piece } from '../leaves';
import { jsonIn } from './json-in-text';
import type { JsonRule, PolicyState } from './json-policy';
import { jsonObject, jsonString, type Json, type JsonMember, type JsonNumber } from './json-tree';
import { writeJson } from './json-writer';

/** The redacted node, once all leaves are redacted. */
type Draft = () => Json;

const SMALL_NUMBER = /^-?\d{1,5}(?:\.\d{1,12})?(?:[eE][+-]?\d{1,3})?$/;

/** A JSON document while its texts and numbers are gathered, to be read together: each by its key, a line each. */
export class JsonDraft {
  readonly #pieces: Piece[] = [];

  constructor(private readonly redaction: DocumentRedaction) {}

  redact(node: Json, state: PolicyState): Json {
    const write = this.#draft(node, state, '');
    for (const name of redactLeaves(this.#pieces, this.redaction)) this.redaction.known.addName(name);
    return write();
  }

  #draft(node: Json, state: PolicyState, key: string): Draft {
    switch (node.kind) {
      case 'object': {
        const members = node.members.map((member) => this.#member(member, state));
        return () => jsonObject(withDistinctKeys(members.map((write) => write())));
      }
      case 'array': {
        const items = node.items.map((item) => this.#draft(item, state.enterItem(), key));
        return () => ({ kind: 'array', items: items.map((write) => write()) });
      }
      case 'string':
        return this.#string(node.value, state, key);
      case 'number':
        return this.#number(node, state.rule, key);
      case 'literal':
        return () => node;
    }
  }

  /** A key that the policy names is a name of the schema; any other is read once all names of the document are known. */
  #member({ key, value }: JsonMember, state: PolicyState): () => JsonMember {
    const inner = state.enterKey(key);
    const kept = inner.named || state.rule === 'keep';
    const write = this.#draft(value, inner, key);
    return () => ({ key: kept ? key : this.redaction.text(key), value: write() });
  }

  #string(value: string, state: PolicyState, key: string): Draft {
    const { rule } = state;
    if (rule === 'keep') return () => jsonString(value);
    if (rule !== undefined && rule !== 'text') {
      return () => jsonString(this.redaction.field({ category: rule, detector: 'json-field' }, value));
    }
    const inner = jsonIn(value);
    if (inner === undefined) {
      const leaf = this.#leaf(value, key);
      return () => jsonString(leaf.text);
    }
    const write = this.#draft(inner, state, key);
    return () => {
      const text = writeJson(write());
      return jsonString(text === writeJson(inner) ? value : text);
    };
  }

  /** A number that may name somebody becomes text. */
  #number(node: JsonNumber, rule: JsonRule | undefined, key: string): Draft {
    if (rule === 'keep') return () => node;
    if (rule !== undefined && rule !== 'text') {
      return () => {
        const text = this.redaction.field({ category: rule, detector: 'json-field' }, node.source);
        return text === node.source ? node : jsonString(text);
      };
    }
    const leaf = this.#leaf(node.source, key);
    return () => {
      // a key may excuse a long number, and keys are not to be trusted with that
      const excused = leaf.text === node.source && !SMALL_NUMBER.test(node.source);
      const text = excused ? this.redaction.text(node.source) : leaf.text;
      return text === node.source ? node : jsonString(text);
    };
  }

  #leaf(text: string, key: string): Leaf {
    const leaf = { text };
    this.#pieces.push(cueOf(key), leaf, '\n');
    return leaf;
  }
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
