import { DIGIT, hasDigits, kindAt, LETTER, Signs, WORD_SIGNS } from '../letters';
import type { Reading } from '../reading';
import {
  atEach,
  endOfMatch,
  matchAt,
  type AnchorHandler,
  type Findings,
  type Recognizer,
} from '../recognizer';
import { digitsOf } from './digits-of';

const JOINED = new Signs(`${WORD_SIGNS}/`);

const EXTENSION = String.raw`(?:[ ,;]{0,3}(?:x|ext\.?|extension|#)[ :]{0,2}\d{1,6}(?!\d))?`;
const NORTH_AMERICAN = new RegExp(
  String.raw`(?:\+?\d{1,3}[-. ]{0,2})?(?:\(\d{3}\)|\d{3})[-. /]{0,2}\d{3}[-. ]{1,2}\d{4}(?!\d|-\d)${EXTENSION}`,
  'iy',
);
const INTERNATIONAL = new RegExp(String.raw`(?:\+|00)\d(?:[ ().-]{0,2}\d){7,14}(?!\d)${EXTENSION}`, 'iy');
const BRACKETED_COMPACT = new RegExp(String.raw`\(\d{3}\)[ ]?\d{7}(?!\d)${EXTENSION}`, 'iy');
const LOCAL = new RegExp(String.raw`\d{3}-\d{4}(?![\d/%]|-\d)${EXTENSION}`, 'iy');
// "150-4000 mg" and "(100-1000)" are ranges
const RANGE_AFTER = /[ ]?(?:mg|mcg|ml|units?|iu|kcal|cells|k?\/|%|steps|g\b|\))/iy;

const LONGEST_NUMBER = 22;
const LONGEST_CUED = 110;
const LEAST_DIGITS = 7;
const LINE_END = 10;
const PUBLIC_CUE = /\b(?:ndc|upc|icd|cpt)[ :#-]{0,3}$/i;

const CUES =
  'teléfono telefono tfno tlf móvil movil phone phones telephone tel cell cellphone mobile call called calls calling pager page paged beeper contact reach reached number text texted dial whatsapp home work callback hotline landline voicemail'.split(
    ' ',
  );
const FAX_CUES = ['fax', 'faxed', 'facsimile', 'telefax', 'efax'];
const GAP = String.raw`(?:(?:[ \t]{1,2}|[(:#.,=-]){1,3}(?:(?:number|no|num|is|was|at|on|me|her|him|them|back|us|phone|line|to|the|cell|work|home|mobile|office|clinic|nurse|his|my|their|or|via|by)\b|#)?){0,5}[ \t:(#=-]{0,4}`;
const CUED = new RegExp(String.raw`\w{2,10}${GAP}((?:\+|\()?\d[\d ().-]{5,20}\d)(?!\d)${EXTENSION}`, 'iy');
const SHORT_CUES = ['pager', 'beeper', 'ext', 'extension', 'x'];
const SHORT =
  /\w{1,9}\.?[ ]{0,2}(?:number|no\.?|is|at)?[ ]{0,2}[:#]?[ ]{0,2}(\d{3,6})(?![\d/.-]|[ ]?(?:mg|ml|cc|%|cm|mm|degrees))/iy;

export const phone: Recognizer = {
  name: 'phone',
  category: 'PHONE',
  atDigits: inFigures,
  atWords: new Map([
    ...atEach(CUES, cuedBy('PHONE', 0.91)),
    ...atEach(FAX_CUES, cuedBy('FAX', 0.95)),
    ...atEach(SHORT_CUES, shortNumber),
  ]),
};

function inFigures({ text, digits }: Reading, at: number, found: Findings): void {
  const run = digits[at];
  if (run === undefined || run.start < found.covered) return;
  const start = openingOf(text, run.start);
  if (!hasSevenDigits(text, run.start)) return;
  if (JOINED.at(text, start - 1) || /\d[-.]/.test(text.slice(Math.max(0, start - 2), start))) return;
  if (PUBLIC_CUE.test(text.slice(Math.max(0, start - 8), start))) return;
  for (const [pattern, from] of [
    [NORTH_AMERICAN, start],
    [NORTH_AMERICAN, run.start],
    [INTERNATIONAL, start],
    [BRACKETED_COMPACT, start],
  ] as const) {
    const end = endOfMatch(pattern, text, from);
    if (end >= 0) {
      found.add(from, end, 0.9);
      return;
    }
  }
  const local = endOfMatch(LOCAL, text, run.start);
  if (local >= 0 && endOfMatch(RANGE_AFTER, text, local) < 0) found.add(run.start, local, 0.7);
}

/** Whether a telephone number can begin here: seven digits among the next signs, and no letter between them. */
function hasSevenDigits(text: string, start: number): boolean {
  let digits = 0;
  for (let at = start; at < start + LONGEST_NUMBER; at++) {
    const kind = kindAt(text, at);
    if (kind === DIGIT) {
      if (++digits === LEAST_DIGITS) return true;
    } else if (kind === LETTER || text.charCodeAt(at) === LINE_END) return false;
  }
  return false;
}

function cuedBy(category: 'PHONE' | 'FAX', score: number): AnchorHandler {
  return ({ text, words }, at, found) => {
    const start = words[at]?.start ?? 0;
    if (!hasDigits(text, start, LONGEST_CUED, LEAST_DIGITS)) return;
    const match = matchAt(CUED, text, start);
    const value = match?.[1];
    if (match === null || value === undefined || digitsOf(value).length < LEAST_DIGITS) return;
    found.add(match.index + match[0].indexOf(value), match.index + match[0].length, score, category);
  };
}

function shortNumber({ text, words }: Reading, at: number, found: Findings): void {
  const word = words[at];
  if (word === undefined) return;
  const isSign = word.lower === 'x';
  if (isSign && !/\d[ ]?$/.test(text.slice(Math.max(0, word.start - 2), word.start))) return;
  const match = matchAt(SHORT, text, word.start);
  const value = match?.[1];
  if (match === null || value === undefined || (isSign && value.length < 4)) return;
  const end = word.start + match[0].length;
  found.add(end - value.length, end, 0.75);
}

/** Takes in the "(" or "+" a number opens with. */
function openingOf(text: string, start: number): number {
  if (text[start - 1] === '(') return text[start - 2] === '+' ? start - 2 : start - 1;
  return text[start - 1] === '+' ? start - 1 : start;
}
