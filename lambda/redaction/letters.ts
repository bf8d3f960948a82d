// What a UTF-16 unit is to the tokenizer.
export const OTHER = 1;
export const LETTER = 2;
export const DIGIT = 3;

const LETTERS = /[\p{L}\p{M}]/u;
const UPPER = /\p{Lu}/u;
const known = new Uint8Array(0x10000);
for (let unit = 0; unit < 128; unit++) known[unit] = classify(unit);

function classify(unit: number): number {
  if (unit >= 48 && unit <= 57) return DIGIT;
  return LETTERS.test(String.fromCharCode(unit)) ? LETTER : OTHER;
}

/** Kind of a UTF-16 unit; of NaN, which is past either end of a text, OTHER. Only ASCII digits are digits. */
export function kindOf(unit: number): number {
  if (Number.isNaN(unit)) return OTHER;
  const seen = known[unit];
  if (seen !== undefined && seen !== 0) return seen;
  return (known[unit] = classify(unit));
}

/** Kind of the unit at `index`. */
export function kindAt(text: string, index: number): number {
  return kindOf(text.charCodeAt(index));
}

/** A letter or a digit at `index`. */
export function isAlphanumericAt(text: string, index: number): boolean {
  return kindAt(text, index) !== OTHER;
}

/**
 * Letters of Latin, Greek and Cyrillic, for classes of patterns: `\\p{L}` says the same of every script, and makes a
 * pattern take several times as long to compile, which a cold start would pay for.
 */
export const LETTER_CLASS = String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff`;

/** Capitals of the same; Latin beyond ISO 8859-1 has them mixed with small letters, and counts whole. */
export const CAPITAL_CLASS = String.raw`A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u024f\u0386-\u03ab\u0400-\u042f\u1e00-\u1fff`;

/** A set of ASCII signs, asked by code: a hundredth of a microsecond where a pattern takes a tenth. */
export class Signs {
  readonly #has = new Uint8Array(128);

  constructor(signs: string) {
    for (let at = 0; at < signs.length; at++) this.#has[signs.charCodeAt(at)] = 1;
  }

  /** Whether the unit at `index` is in the set; past either end of the text nothing is. */
  at(text: string, index: number): boolean {
    return this.#has[text.charCodeAt(index)] === 1;
  }
}

/** Letters, digits and the underscore of ASCII. */
export const WORD_SIGNS = '0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Whether as many digits stand in the `length` units from `from` on: cheaper than the pattern that needs them. */
export function hasDigits(text: string, from: number, length: number, least: number): boolean {
  let digits = 0;
  for (let at = from; at < from + length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 48 && unit <= 57 && ++digits === least) return true;
  }
  return false;
}

export function isUpper(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 128) return unit >= 65 && unit <= 90;
  return UPPER.test(text.charAt(index));
}
