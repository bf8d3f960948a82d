import { CATEGORIES } from './category';
import { DIGIT, isUpper, kindAt, LETTER } from './letters';

/** A run of letters, with inner apostrophes; a possessive 's is left out. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly capital: boolean;
  /** Two letters or more, none of them small. */
  readonly shouted: boolean;
  readonly possessive: boolean;
}

/** A run of ASCII digits. */
export interface Digits {
  readonly start: number;
  readonly end: number;
}

/** A clean text with the anchors recognizers start from. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly digits: readonly Digits[];
  /** Indices into `words` of a word given in small letters. */
  readonly wordsNamed: (lower: string) => readonly number[];
}

const LABEL = new RegExp(`\\[(?:${CATEGORIES.join('|')})(?::[A-Za-z0-9_-]{1,64})?\\]`, 'g');
const NONE: readonly number[] = [];

/**
 * Reads words and digits once. Labels of an earlier redaction become NUL, which no pattern matches: they are walls,
 * so nothing is found across or inside them and a second redaction changes nothing.
 */
export function read(clean: string): Reading {
  const text = clean.includes('[') ? clean.replace(LABEL, (label) => '\0'.repeat(label.length)) : clean;
  const words: Word[] = [];
  const digits: Digits[] = [];
  for (let at = 0; at < text.length;) {
    const kind = kindAt(text, at);
    if (kind === LETTER) {
      const word = readWord(text, at);
      words.push(word);
      at = word.possessive ? word.end + 2 : word.end;
    } else if (kind === DIGIT) {
      const start = at;
      while (kindAt(text, at) === DIGIT) at++;
      digits.push({ start, end: at });
    } else at++;
  }
  let index: Map<string, number[]> | undefined;
  return {
    text,
    words,
    digits,
    wordsNamed: (lower) => (index ??= indexWords(words)).get(lower) ?? NONE,
  };
}

function readWord(text: string, start: number): Word {
  let end = start;
  while (kindAt(text, end) === LETTER || (text[end] === "'" && kindAt(text, end + 1) === LETTER)) end++;
  const possessive =
    end - start > 2 && text[end - 2] === "'" && (text[end - 1] === 's' || text[end - 1] === 'S');
  if (possessive) end -= 2;
  const shape = text.slice(start, end);
  const lower = shape.toLowerCase();
  return {
    start,
    end,
    lower,
    capital: isUpper(text, start),
    shouted: end - start > 1 && shape !== lower && shape === shape.toUpperCase(),
    possessive,
  };
}

function indexWords(words: readonly Word[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    const places = index.get(word.lower);
    if (places) places.push(at);
    else index.set(word.lower, [at]);
  }
  return index;
}
