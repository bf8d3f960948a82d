import { ANY, ONE, type Token } from './glob';

/** Values of a context key: a list, `undefined` when the request lacks it, `open` when only the account could tell. */
export type Lookup = (lowerCaseKey: string) => readonly string[] | undefined | 'open';

/** How a text of a policy is read. */
export interface Reading {
  /** Whether `*` and `?` are wildcards. */
  readonly wildcards: boolean;
  /** Whether `${aws:…}` is a policy variable. Undefined: cannot tell. */
  readonly variables: boolean | undefined;
  readonly lookup: Lookup;
}

/**
 * The tokens of a text in a policy, its variables filled in; undefined when the request lacks the key of one.
 * Open places of the template (`${AWS::Region}`, `${Bucket.Arn}`) stay one token each.
 * Source: IAM user guide, "IAM policy elements: Variables and tags".
 */
export function tokensOf(text: string, reading: Reading): readonly Token[] | undefined {
  if (text.includes('${')) return readTokens(text, reading);
  return kept(reading.wildcards ? patterns : texts, text, () =>
    Array.from(text, (character) => (reading.wildcards ? wildcard(character) : character)),
  );
}

/** The same texts are compared again and again. Never more of them than this are kept. */
const MOST_KEPT = 2000;
const patterns = new Map<string, readonly Token[]>();
const texts = new Map<string, readonly Token[]>();

function kept(
  known: Map<string, readonly Token[]>,
  text: string,
  read: () => readonly Token[],
): readonly Token[] {
  const found = known.get(text);
  if (found) return found;
  const tokens = read();
  if (known.size >= MOST_KEPT) known.clear();
  known.set(text, tokens);
  return tokens;
}

function readTokens(text: string, reading: Reading): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (const [piece, isPlace] of piecesOf(text)) {
    const name = isPlace ? piece.slice(2, -1) : '';
    const variable = isPlace && (isEscape(name) || isVariable(name));
    if (!isPlace || (variable && reading.variables === false)) {
      for (const character of piece) tokens.push(reading.wildcards ? wildcard(character) : character);
    } else if (!variable || reading.variables === undefined) {
      tokens.push(piece);
    } else if (isEscape(name)) {
      tokens.push(name);
    } else {
      const values = valuesOf(name, reading.lookup);
      if (values === undefined) return undefined;
      const [value] = values;
      // a key with several values is no single text
      if (values === 'open' || value === undefined || values.length > 1) tokens.push(piece);
      else tokens.push(...plainTokens(value));
    }
  }
  return tokens;
}

/** The tokens of a value in a request. */
export function plainTokens(value: string): readonly Token[] {
  if (!value.includes('${')) return kept(texts, value, () => Array.from(value));
  return [...piecesOf(value)].flatMap(([piece, isPlace]) => (isPlace ? [piece] : Array.from(piece)));
}

function wildcard(character: string): Token {
  return character === '*' ? ANY : character === '?' ? ONE : character;
}

/** `${*}`, `${?}` and `${$}` are these characters themselves. */
const isEscape = (name: string): boolean => name === '*' || name === '?' || name === '$';

/** A key has one colon after its prefix; a pseudo parameter has two, a resource of the template none. */
function isVariable(name: string): boolean {
  const colon = name.indexOf(':');
  return colon > 0 && name[colon + 1] !== ':' && !name.startsWith('resolve:');
}

/** `key` or `key, 'default'`. */
function valuesOf(name: string, lookup: Lookup): ReturnType<Lookup> {
  const comma = name.indexOf(',');
  const values = lookup((comma < 0 ? name : name.slice(0, comma)).trim().toLowerCase());
  if (values !== undefined && values.length > 0) return values;
  return comma < 0 ? undefined : quoted(name.slice(comma + 1).trim());
}

function quoted(text: string): readonly string[] | undefined {
  return text.length >= 2 && text.startsWith("'") && text.endsWith("'") ? [text.slice(1, -1)] : undefined;
}

function* piecesOf(text: string): Generator<readonly [piece: string, isPlace: boolean]> {
  let start = 0;
  for (;;) {
    const open = text.indexOf('${', start);
    const close = open < 0 ? -1 : text.indexOf('}', open);
    if (close < 0) break;
    if (open > start) yield [text.slice(start, open), false];
    yield [text.slice(open, close + 1), close > open + 2];
    start = close + 1;
  }
  if (start < text.length) yield [text.slice(start), false];
}
