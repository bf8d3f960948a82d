import { LABEL } from './label-walls';
import type { KnownNames } from './names/name-memory';
import { DIGIT, isUpper, kindOf, LETTER } from './letters';
import { FNV_OFFSET, FNV_PRIME, lexemeAt, lexemeOf, type Lexeme } from './lexeme';

/** A run of letters, with inner apostrophes; a possessive 's is left out. */
export class Word {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly lexeme: Lexeme,
    readonly capital: boolean,
    /** Two letters or more, none of them small. */
    readonly shouted: boolean,
    readonly possessive: boolean,
  ) {}

  /** The word in small letters. */
  get lower(): string {
    return this.lexeme.lower;
  }
}

/** A run of ASCII digits. */
export interface Digits {
  readonly start: number;
  readonly end: number;
  /** Index of the last word that starts before it, or -1. */
  readonly wordBefore: number;
}

/** A clean text with the anchors recognizers start from. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly digits: readonly Digits[];
  /** Offsets of the signs recognizers start from. */
  readonly signs: readonly number[];
  /** Names found in the document so far; the one thing that grows while it is read. */
  readonly names: KnownNames;
}

/** Offsets of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Signs that recognizers may start from. */
export const SIGNS = '@:-';
const AT = 64;
const COLON = 58;
const HYPHEN = 45;
const APOSTROPHE = 39;
const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const SMALL_A = 97;
const SMALL_Z = 122;

/**
 * Reads words, digits and signs once. Labels of an earlier redaction become NUL, which no pattern matches: they are
 * walls, so nothing is found across or inside them and a second redaction changes nothing.
 */
export function read(clean: string, names: KnownNames = new Map()): Reading {
  const walled = clean.includes('[') ? clean.replace(LABEL, (label) => '\0'.repeat(label.length)) : clean;
  return readWalled(walled, names);
}

/** The reading once the spans are walls as well: what is found in it is what a second redaction would find. */
export function behindWalls({ text, names }: Reading, spans: readonly Stretch[]): Reading {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(from, start), '\0'.repeat(end - start));
    from = end;
  }
  pieces.push(text.slice(from));
  return readWalled(pieces.join(''), names);
}

function readWalled(text: string, names: KnownNames): Reading {
  const words: Word[] = [];
  const digits: Digits[] = [];
  const signs: number[] = [];
  const { length } = text;
  for (let at = 0; at < length;) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind === LETTER) {
      const word = readWord(text, at);
      words.push(word);
      at = word.possessive ? word.end + 2 : word.end;
    } else if (kind === DIGIT) {
      const start = at++;
      while (at < length && kindOf(text.charCodeAt(at)) === DIGIT) at++;
      digits.push({ start, end: at, wordBefore: words.length - 1 });
    } else {
      if (unit === AT || unit === COLON || unit === HYPHEN) signs.push(at);
      at++;
    }
  }
  return { text, words, digits, signs, names };
}

/** One pass over the word: where it ends, its capitals, and the hash that its lexeme is found by. */
function readWord(text: string, start: number): Word {
  let end = start;
  let hash = FNV_OFFSET;
  let capitals = 0;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (unit >= SMALL_A && unit <= SMALL_Z) hash = Math.imul(hash ^ unit, FNV_PRIME);
    else if (unit >= CAPITAL_A && unit <= CAPITAL_Z) {
      hash = Math.imul(hash ^ (unit | 32), FNV_PRIME);
      capitals++;
    } else break;
    end++;
  }
  const unit = text.charCodeAt(end);
  // letters of other alphabets, marks and apostrophes are rare: they take the longer way
  if (unit > 127 || unit === APOSTROPHE) return readRareWord(text, start, end);
  const capital = capitals > 0 && text.charCodeAt(start) <= CAPITAL_Z;
  const shouted = capital && capitals > 1 && capitals === end - start;
  return new Word(start, end, lexemeAt(text, start, end, hash), capital, shouted, false);
}

function readRareWord(text: string, start: number, from: number): Word {
  let end = from;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (kindOf(unit) === LETTER) end++;
    else if (end > start && unit === APOSTROPHE && kindOf(text.charCodeAt(end + 1)) === LETTER) end += 2;
    else break;
  }
  const possessive =
    end - start > 2 &&
    text.charCodeAt(end - 2) === APOSTROPHE &&
    (text.charCodeAt(end - 1) | 32) === 115; /* s */
  if (possessive) end -= 2;
  const capital = isUpper(text, start);
  const shouted = capital && end - start > 1 && isShouted(text, start + 1, end);
  return new Word(start, end, lexemeOf(text.slice(start, end).toLowerCase()), capital, shouted, possessive);
}

function isShouted(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!isUpper(text, at) && text.charCodeAt(at) !== APOSTROPHE) return false;
  }
  return true;
}
