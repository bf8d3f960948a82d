/** A text cleaned for reading, and the way back to the text it came from. */
export interface NormalizedText {
  readonly text: string;
  /** Where the original of the clean unit at `index` starts. */
  readonly originalStart: (index: number) => number;
  /** Where the original of the clean unit before `index` ends: for the end of a span. */
  readonly originalEnd: (index: number) => number;
}

const UNUSUAL = /[^\t\n\r\x20-\x7e]/;
const EACH_UNUSUAL = /[^\t\n\r\x20-\x7e]/gu;
// Controls, formats, soft hyphen, joiners, zero-width and bidi signs, variation selectors, tags
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const LINE_END = /[\v\f\u0085\u2028\u2029]/;
const DASH = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/;
const APOSTROPHE = /[\u2018\u2019\u201b\u02bc\u02b9\u2032\uff07\u00b4]/;
const LATIN = /[A-Za-z]/;
const DECIMAL_DIGIT = /\p{Nd}/u;

// Letters of other scripts that look Latin. They are read as Latin only inside a word that also holds a Latin letter:
// a word wholly in Cyrillic or Greek is a word of that language, not an evasion.
const LOOKALIKES = new Map(
  [
    ['аАԁеЕісСӏјоОрРѕЅхХуУвВкКмМнНтТіІЈһНԛԝѵ', 'aAdeEicCljoOpPsSxXyYbBkKmMhHtTiIJhHqwv'],
    ['αΑβΒεΕιΙκΚΜνΝοΟρΡτΤυΥχΧΖηΗ', 'aAbBeEiIkKMvNoOpPtTuYxXZnH'],
  ].flatMap(([from = '', to = '']) => Array.from(from).map((sign, at) => [sign, to.charAt(at)] as const)),
);

const LOOKALIKE = new RegExp(`[${[...LOOKALIKES.keys()].join('')}]`);
const LETTERS_AND_LOOKALIKES = new RegExp(`[A-Za-z${[...LOOKALIKES.keys()].join('')}]{2,}`, 'g');

/** Clean units from `clean` on come from originals from `original` on: one to one, or all from one sign if `solid`. */
interface Stretch {
  readonly clean: number;
  readonly original: number;
  readonly solid?: { readonly end: number };
}

/** Reads away what evades detection: invisible signs, full-width and styled letters, foreign digits, lookalikes. */
export function normalize(original: string): NormalizedText {
  if (!UNUSUAL.test(original)) {
    return { text: original, originalStart: (index) => index, originalEnd: (index) => index };
  }
  const stretches: Stretch[] = [{ clean: 0, original: 0 }];
  let grown = 0;
  const text = original.replace(EACH_UNUSUAL, (sign, at: number) => {
    const read = readSign(sign);
    if (read.length !== sign.length) {
      const clean = at + grown;
      const end = at + sign.length;
      grown += read.length - sign.length;
      if (read.length > 0) stretches.push({ clean, original: at, solid: { end } });
      stretches.push({ clean: end + grown, original: end });
    }
    return read;
  });
  return {
    text: unmaskLookalikes(text),
    originalStart: (index) => {
      const { clean, original: from, solid } = stretchAt(stretches, index);
      return solid ? from : from + index - clean;
    },
    originalEnd: (index) => {
      const { clean, original: from, solid } = stretchAt(stretches, index - 1);
      return solid ? solid.end : from + index - clean;
    },
  };
}

/** The last stretch that starts at or before the unit. */
function stretchAt(stretches: readonly Stretch[], index: number): Stretch {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((stretches[middle]?.clean ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return stretches[low] ?? { clean: 0, original: 0 };
}

function readSign(sign: string): string {
  if (LINE_END.test(sign)) return '\n';
  if (SPACE.test(sign)) return ' ';
  if (INVISIBLE.test(sign)) return '';
  if (DASH.test(sign)) return '-';
  if (APOSTROPHE.test(sign)) return "'";
  const point = sign.codePointAt(0) ?? 0;
  // Latin-1 and Latin Extended: letters of names, fractions, units
  if (point < 0x250) return sign;
  if (DECIMAL_DIGIT.test(sign)) return String(digitValue(point));
  const compatible = sign.normalize('NFKC');
  return /^[\x20-\x7e]{1,3}$/.test(compatible) ? compatible : sign;
}

/** Unicode lays every set of decimal digits out as ten code points in a row, zero first. */
function digitValue(point: number): number {
  // the five mathematical sets share one block without gaps
  if (point >= 0x1d7ce && point <= 0x1d7ff) return (point - 0x1d7ce) % 10;
  let zero = point;
  while (point - zero < 9 && DECIMAL_DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return point - zero;
}

function unmaskLookalikes(text: string): string {
  if (!LOOKALIKE.test(text)) return text;
  return text.replace(LETTERS_AND_LOOKALIKES, (word) =>
    LATIN.test(word) && LOOKALIKE.test(word)
      ? Array.from(word, (sign) => LOOKALIKES.get(sign) ?? sign).join('')
      : word,
  );
}
