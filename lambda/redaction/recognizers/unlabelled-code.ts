import { DIGIT, kindAt, Signs, WORD_SIGNS } from '../letters';
import { endOfMatch, type Findings, type Recognizer } from '../recognizer';
import { digitsOf } from './digits-of';

const JOINED = new Signs(`${WORD_SIGNS}./-`);

// Seven signs of capitals and figures mixed, or six figures in a row: nobody writes a finding like that
const CODE =
  /(?:[A-Z]{2,4}-\d{3,10}(?:-[A-Z0-9]{1,12}){0,4}|[A-Z]{1,5}[-#]?\d{5,14}[A-Z]?|\d{2,4}-\d{4,8}(?:-[A-Z0-9]{1,10})?|[A-Z]{1,3}\d{1,4}-\d{4,8}|\d{1,3}-[A-Z]{2,3}-\d{4,8}|\d{6,14}-\d{1,4}|\d{7,12}[A-Z]{1,2}|\d{1,3}[A-Z]{2,4}\d{2,5}|\d{6,34}|(?:[A-Z]{1,6}\d{1,10}){2,6}[A-Z]{0,4}|(?:\d{1,6}[A-Z]{1,6}){2,6}\d{0,6})(?![\w%]|[-.]\d)/y;
const CARD =
  /(?:\d{4}[- ]){3}\d{1,7}(?!\d)|3[47]\d{2}[- ]\d{6}[- ]\d{5}(?!\d)|[A-Z]{2}\d{2}[ ](?:[A-Z0-9]{4}[ ]){2,7}[A-Z0-9]{1,4}(?![A-Za-z0-9])/y;
// Groups of figures in a chain: nine figures or more are no range and no date
const CHAIN = /(?:\d{1,6}-){2,12}\d{1,8}(?![\w%])/y;
const MOST_RANGE_DIGITS = 8;
// "060-97-24", "00-39-86-49": a record number in groups; the first zero or the fourth group tells it from a date
const GROUPS = /(?:\d{3}-\d{2}-\d{2}|\d{2}-\d{2}-\d{2}-\d{2}|\d{2}-\d{3}-\d{3})(?![\w%-])/y;
const UUID = /[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![\w-])/y;
const MEASURE_AFTER =
  /[ ]{0,2}(?:\/|mg|mcg|ug|ml|units?|cells|copies|k\/|x[ ]?10|iu|mmhg|bpm|ng|pg|g\b|kg|platelets|wbc|cfu|steps|miles|people|patients|dollars|usd)/iy;
// Registries of drugs, trials and diseases are public
const PUBLIC =
  /^(?:NCT\d{8}|ICD-?\d.*|PMID\d*|CHA2?DS2|CHAD2DS2|COVID-?19|SARS-?COV-?2|HLA-?.*|T\d-T\d+|[A-Z]\d{2})$/;
const PUBLIC_CUE =
  /(?:\b(?:ndc|cpt|hcpcs|icd|loinc|snomed|rxnorm|pmid|doi|nct)(?:[ -]?(?:code|number|10|9|cm|ct))*[ :#.-]{0,3}|[$€£#]|\d[.,])$/i;
const LEAST = 6;

/** The rest of "any other unique number": codes with no cue that have the shape of an issued identifier. */
export const unlabelledCode: Recognizer = {
  name: 'unlabelled-code',
  category: 'OTHER_ID',
  atDigits({ text, digits }, at, found) {
    const run = digits[at];
    if (run === undefined || run.start < found.covered) return;
    const next = text.charCodeAt(run.end);
    // a lone short number: a space may only join the groups of a card
    if (run.end - run.start < LEAST && !isCodeSign(next) && !(next === SPACE && run.end - run.start === 4))
      return;
    findCode(text, run.start, found);
  },
  atCapitals({ text, words }, at, found) {
    const word = words[at];
    if (word === undefined || word.start < found.covered) return;
    if (!word.shouted && word.end - word.start > 1) return;
    const next = text.charAt(word.end);
    if (kindAt(text, word.end + (next === '-' || next === '#' ? 1 : 0)) === DIGIT)
      findCode(text, word.start, found);
  },
};

const SPACE = 32;

/** A hyphen or a letter: what goes on after the first figures of a code. */
function isCodeSign(unit: number): boolean {
  return unit === 45 || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 102);
}

function findCode(text: string, start: number, found: Findings): void {
  if (JOINED.at(text, start - 1)) return;
  const card = endOfMatch(CARD, text, start);
  const end = card >= 0 ? card : codeEnd(text, start);
  const code = text.slice(start, end);
  if (end - start < LEAST || !/\d/.test(code) || PUBLIC.test(code)) return;
  if (endOfMatch(MEASURE_AFTER, text, end) >= 0) return;
  if (PUBLIC_CUE.test(text.slice(Math.max(0, start - 24), start))) return;
  if (card >= 0) found.add(start, end, 0.6, 'ACCOUNT');
  else found.add(start, end, 0.4);
}

function codeEnd(text: string, start: number): number {
  if (text[start + 8] === '-') {
    const uuid = endOfMatch(UUID, text, start);
    if (uuid >= 0) return uuid;
  }
  const grouped = text.slice(start + 1, start + 7).includes('-');
  if (grouped) {
    const chain = endOfMatch(CHAIN, text, start);
    if (chain >= 0 && digitsOf(text.slice(start, chain)).length > MOST_RANGE_DIGITS) return chain;
    const groups = endOfMatch(GROUPS, text, start);
    if (groups >= 0) return groups;
  }
  return endOfMatch(CODE, text, start);
}
