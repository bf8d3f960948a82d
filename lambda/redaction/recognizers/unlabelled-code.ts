import { matchAt, type Recognizer } from '../recognizer';
import type { Span } from '../span';
import { digitsOf } from './digits-of';

// Seven signs of capitals and figures mixed, or six figures in a row: nobody writes a finding like that
const CODE =
  /(?:[A-Z]{2,4}-\d{3,10}(?:-[A-Z0-9]{1,12}){0,4}|[A-Z]{1,5}[-#]?\d{5,14}[A-Z]?|\d{2,4}-\d{4,8}(?:-[A-Z0-9]{1,10})?|\d{6,34}|(?:[A-Z]{1,6}\d{1,6}){2,6}[A-Z]{0,4}|(?:\d{1,6}[A-Z]{1,6}){2,6}\d{0,6})(?![\w%]|[-.]\d)/y;
const CARD =
  /(?:\d{4}[- ]){3}\d{1,7}(?!\d)|3[47]\d{2}[- ]\d{6}[- ]\d{5}(?!\d)|[A-Z]{2}\d{2}[ ](?:[A-Z0-9]{4}[ ]){2,7}[A-Z0-9]{1,4}(?![A-Za-z0-9])/y;
// Groups of figures in a chain: nine figures or more are no range and no date
const CHAIN = /(?:\d{1,6}-){2,12}\d{1,8}(?![\w%])/y;
const MOST_RANGE_DIGITS = 8;
const UUID = /[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![\w-])/y;
const MEASURE_AFTER =
  /[ ]{0,2}(?:\/|mg|mcg|ug|ml|units?|cells|copies|k\/|x[ ]?10|iu|mmhg|bpm|ng|pg|g\b|kg|platelets|wbc|cfu|steps|miles|people|patients|dollars|usd)/iy;
// Registries of drugs, trials and diseases are public
const PUBLIC =
  /^(?:NCT\d{8}|ICD-?\d.*|PMID\d*|CHA2?DS2|CHAD2DS2|COVID-?19|SARS-?COV-?2|HLA-?.*|T\d-T\d+|[A-Z]\d{2})$/;
const PUBLIC_CUE =
  /(?:\b(?:ndc|cpt|hcpcs|icd|loinc|snomed|rxnorm|pmid|doi|nct)(?:[ -]?(?:code|number|10|9|cm))*[ :#.-]{0,3}|[$€£#]|\d[.,])$/i;
const LEAST = 6;

/** The rest of "any other unique number": codes with no cue that have the shape of an issued identifier. */
export const unlabelledCode: Recognizer = {
  name: 'unlabelled-code',
  find({ text, digits, words }) {
    const found: Span[] = [];
    const tryAt = (start: number): number => {
      if (/[\w./-]/.test(text.charAt(start - 1))) return 0;
      const card = matchAt(CARD, text, start);
      const chain = matchAt(CHAIN, text, start);
      const long = chain && digitsOf(chain[0]).length > MOST_RANGE_DIGITS ? chain : null;
      const match = card ?? matchAt(UUID, text, start) ?? long ?? matchAt(CODE, text, start);
      if (!match || match[0].length < LEAST || !/\d/.test(match[0]) || PUBLIC.test(match[0])) return 0;
      const end = start + match[0].length;
      if (matchAt(MEASURE_AFTER, text, end) || PUBLIC_CUE.test(text.slice(Math.max(0, start - 24), start)))
        return 0;
      found.push({
        start,
        end,
        category: card ? 'ACCOUNT' : 'OTHER_ID',
        detector: 'unlabelled-code',
        score: card ? 0.6 : 0.4,
      });
      return end;
    };
    let covered = 0;
    for (const { start } of digits) if (start >= covered) covered = Math.max(covered, tryAt(start));
    covered = 0;
    for (const { start, shouted, end, capital } of words) {
      if (start >= covered && (shouted || (capital && end - start === 1)))
        covered = Math.max(covered, tryAt(start));
    }
    return found;
  },
};
