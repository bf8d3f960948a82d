import type { Draws } from './derivation';

const DIGIT = /\p{N}/u;
const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
// Signs that shape a value; all else (zero-width signs, marks, pictures) is dropped, since nobody knows what it carries
const SHAPE = /[\t\n\r\x20-\x7e\u2010-\u2015]/;

/** Another figure for a figure, another letter for a letter of the same case, the sign itself for a sign. */
export function scramble(value: string, draws: Draws): string {
  return Array.from(value, (sign) => {
    if (DIGIT.test(sign)) return String(draws.below(10));
    if (LETTER.test(sign)) return String.fromCharCode((UPPER.test(sign) ? 65 : 97) + draws.below(26));
    return SHAPE.test(sign) ? sign : '';
  }).join('');
}

/** What makes two writings of a number the same number. */
export function essence(value: string): string {
  return value.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** Puts figures in the places where `value` has some, in order; what is left over in `value` stays. */
export function fillDigits(value: string, figures: string): string {
  let at = 0;
  return value.replaceAll(/\p{N}/gu, (old) => figures[at++] ?? old);
}
