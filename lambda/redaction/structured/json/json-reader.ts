import { StructuredError } from '../structured-error';
import type { Json, JsonMember } from './json-tree';

/** Objects and arrays inside one another; deeper input is refused rather than risking the stack. */
export const MOST_JSON_DEPTH = 256;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/**
 * Reads RFC 8259 JSON. A byte order mark is skipped; a key twice in one object is refused, since readers differ on which
 * one counts.
 * @throws StructuredError INVALID_JSON
 */
export function readJson(source: string): Json {
  return new JsonReader(source).document();
}

class JsonReader {
  #at: number;
  #depth = 0;

  constructor(readonly source: string) {
    this.#at = source.startsWith('\ufeff') ? 1 : 0;
  }

  document(): Json {
    const node = this.#value();
    this.#skipSpace();
    if (this.#at < this.source.length) throw this.#error('more follows where the document should end');
    return node;
  }

  #value(): Json {
    this.#skipSpace();
    switch (this.source[this.#at]) {
      case '{':
        return this.#nested(() => this.#object());
      case '[':
        return this.#nested(() => this.#array());
      case '"':
        return { kind: 'string', value: this.#string() };
      default:
        return this.#scalar();
    }
  }

  #nested(read: () => Json): Json {
    if (++this.#depth > MOST_JSON_DEPTH) {
      throw this.#error(`nested deeper than ${MOST_JSON_DEPTH} levels; flatten it`);
    }
    this.#at++;
    const node = read();
    this.#depth--;
    return node;
  }

  #object(): Json {
    const members: JsonMember[] = [];
    const keys = new Set<string>();
    if (this.#takes('}')) return { kind: 'object', members };
    do {
      this.#skipSpace();
      if (this.source[this.#at] !== '"') throw this.#error('a key in quotes is missing');
      const key = this.#string();
      if (keys.has(key)) throw this.#error('an object has the same key twice');
      keys.add(key);
      if (!this.#takes(':')) throw this.#error('a colon is missing behind a key');
      members.push({ key, value: this.#value() });
    } while (this.#takes(','));
    if (!this.#takes('}')) throw this.#error('an object is not closed');
    return { kind: 'object', members };
  }

  #array(): Json {
    const items: Json[] = [];
    if (this.#takes(']')) return { kind: 'array', items };
    do items.push(this.#value());
    while (this.#takes(','));
    if (!this.#takes(']')) throw this.#error('an array is not closed');
    return { kind: 'array', items };
  }

  #string(): string {
    const start = this.#at;
    let end = this.source.indexOf('"', start + 1);
    while (end >= 0 && this.#isEscaped(end)) end = this.source.indexOf('"', end + 1);
    if (end < 0) throw this.#error('a string is not closed');
    this.#at = end + 1;
    const quoted = this.source.slice(start, end + 1);
    try {
      return JSON.parse(quoted) as string;
    } catch {
      throw this.#error('a string holds a control character or a bad escape');
    }
  }

  // backslashes before a quote are counted once: the next search starts behind it
  #isEscaped(quote: number): boolean {
    let before = quote;
    while (this.source[before - 1] === '\\') before--;
    return (quote - before) % 2 === 1;
  }

  #scalar(): Json {
    NUMBER.lastIndex = this.#at;
    const number = NUMBER.exec(this.source);
    if (number) {
      this.#at += number[0].length;
      return { kind: 'number', source: number[0] };
    }
    for (const [word, value] of LITERALS) {
      if (this.source.startsWith(word, this.#at)) {
        this.#at += word.length;
        return { kind: 'literal', value };
      }
    }
    throw this.#error('a value is missing or no JSON');
  }

  #takes(sign: string): boolean {
    this.#skipSpace();
    if (this.source[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#at;
    SPACE.test(this.source);
    this.#at = SPACE.lastIndex;
  }

  #error(what: string): StructuredError {
    return new StructuredError('INVALID_JSON', `not JSON at UTF-16 unit ${this.#at}: ${what}`);
  }
}
