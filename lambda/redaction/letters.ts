// What a UTF-16 unit is to the tokenizer.
export const OTHER = 1;
export const LETTER = 2;
export const DIGIT = 3;

const LETTERS = /[\p{L}\p{M}]/u;
const UPPER = /\p{Lu}/u;
const known = new Uint8Array(0x10000);

/** Kind of the unit at `index`; past either end of the text it is OTHER. Only ASCII digits are digits. */
export function kindAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (Number.isNaN(unit)) return OTHER;
  const seen = known[unit];
  if (seen !== undefined && seen !== 0) return seen;
  const kind = unit >= 48 && unit <= 57 ? DIGIT : LETTERS.test(String.fromCharCode(unit)) ? LETTER : OTHER;
  known[unit] = kind;
  return kind;
}

export function isUpper(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 128) return unit >= 65 && unit <= 90;
  return UPPER.test(text.charAt(index));
}
