import { matchAt, type Recognizer } from '../recognizer';
import type { Span } from '../span';
import { digitsOf } from './digits-of';

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

const PUBLIC_CUE = /\b(?:ndc|upc|icd|cpt)[ :#-]{0,3}$/i;

const CUES =
  'phone phones telephone tel cell cellphone mobile call called calls calling pager page paged beeper contact reach reached number text texted dial whatsapp home work callback hotline landline voicemail'.split(
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
  find(reading) {
    const { text, words, digits } = reading;
    const found: Span[] = [];
    const add = (start: number, end: number, category: 'PHONE' | 'FAX', score: number): void => {
      found.push({ start, end, category, detector: 'phone', score });
    };
    let covered = 0;
    for (const run of digits) {
      if (run.start < covered) continue;
      const start = openingOf(text, run.start);
      if (PUBLIC_CUE.test(text.slice(Math.max(0, start - 8), start))) continue;
      if (/[\w/]/.test(text.charAt(start - 1)) || /\d[-.]/.test(text.slice(Math.max(0, start - 2), start)))
        continue;
      const match =
        matchAt(NORTH_AMERICAN, text, start) ??
        matchAt(NORTH_AMERICAN, text, run.start) ??
        matchAt(INTERNATIONAL, text, start) ??
        matchAt(BRACKETED_COMPACT, text, start);
      const local = match ? null : matchAt(LOCAL, text, run.start);
      if (match) add(match.index, (covered = match.index + match[0].length), 'PHONE', 0.9);
      else if (local && !matchAt(RANGE_AFTER, text, run.start + local[0].length)) {
        covered = run.start + local[0].length;
        add(run.start, covered, 'PHONE', 0.7);
      }
    }
    const cued = (cue: string, category: 'PHONE' | 'FAX', score: number): void => {
      for (const index of reading.wordsNamed(cue)) {
        const match = matchAt(CUED, text, words[index]?.start ?? 0);
        const value = match?.[1];
        if (match === null || value === undefined || digitsOf(value).length < 7) continue;
        const end = match.index + match[0].length;
        add(match.index + match[0].indexOf(value), end, category, score);
      }
    };
    for (const cue of CUES) cued(cue, 'PHONE', 0.91);
    for (const cue of FAX_CUES) cued(cue, 'FAX', 0.95);
    for (const cue of SHORT_CUES) {
      for (const index of reading.wordsNamed(cue)) {
        const word = words[index];
        if (
          word === undefined ||
          (cue === 'x' && !/\d[ ]?$/.test(text.slice(Math.max(0, word.start - 2), word.start)))
        )
          continue;
        const match = matchAt(SHORT, text, word.start);
        const value = match?.[1];
        if (match === null || value === undefined || (cue === 'x' && value.length < 4)) continue;
        const end = word.start + match[0].length;
        add(end - value.length, end, 'PHONE', 0.75);
      }
    }
    return found;
  },
};

/** Takes in the "(" or "+" a number opens with. */
function openingOf(text: string, start: number): number {
  if (text[start - 1] === '(') return text[start - 2] === '+' ? start - 2 : start - 1;
  return text[start - 1] === '+' ? start - 1 : start;
}
