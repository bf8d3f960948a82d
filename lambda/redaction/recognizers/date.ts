import { DIGIT, kindAt, Signs } from '../letters';
import type { Reading, Word } from '../reading';
import { atEach, endOfMatch, matchAt, type Findings, type Recognizer } from '../recognizer';
import { FOREIGN_MONTHS, MONTHS } from './months';

const JOINED = new Signs('0123456789/.');

const TIME = String.raw`(?:(?:T|,?[ ]{1,3}(?:at[ ])?|[ ]?@[ ]?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:[ ]?[AaPp]\.?[Mm]\b\.?)?(?:Z|[ ]?[+-]\d{2}:?\d{2})?)?`;
const YEAR = String.raw`(?:(?:18|19|20)\d{2}(?!\d)|'\d{2}(?!\d))`;
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|:\d|\.\d)`;
const MORE_DAYS = String.raw`(?:[ ]?(?:-|to|through|thru|and|&|,)[ ]?${DAY}(?![ ]?(?:mg|ml|mcg|units?|years?|days?|weeks?|hours?|times|:|/)))`;

const ONES = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth';
const ORDINAL = String.raw`(?:${ONES}|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[ -](?:${ONES}))(?![a-z])`;
const LONGEST_LEAD = 28;

const NUMERIC = new RegExp(String.raw`(\d{1,4})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[-.]\d)${TIME}`, 'y');
const COMPACT =
  /(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:T?\d{4}(?:\d{2})?Z?)?(?![\dA-Za-z])/y;
const MONTH_YEAR = /(?:0?[1-9]|1[0-2])[/-](?:19|20)\d{2}(?![\d/-])/y;
const YEAR_MONTH = /(?:19|20)\d{2}[/-](?:0[1-9]|1[0-2])(?![\d/-])/y;
const MONTH_DAY =
  /(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])(?![\d/%]|\.\d)(?:[ ]?-[ ]?(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])(?![\d/%]))?/y;
const AFTER_MONTH = new RegExp(
  String.raw`\w{3,9}\.?(?:(?:[ -]{0,2}|[ ]the[ ])(?:${DAY}|(?<=[ ])(?:${ORDINAL}))${MORE_DAYS}{0,4}(?:[ ]?[-,]?[ ]?(?:of[ ])?${YEAR})?|,?[ -]?(?:of[ ])?${YEAR}|[- ]\d{2}(?![\d%:/.-]|[ ]?(?:mg|ml|years?|days?|weeks?|yo|y))(?=[),;.\n]|$))${TIME}`,
  'iy',
);
const BEFORE_MONTH = new RegExp(
  String.raw`(?<![\d/.])(?:\bthe[ ])?(?:${DAY}(?:[ ]?(?:-|to|and|&)[ ]?${DAY})?|(?:${ORDINAL}))(?:[ -]?|[ ](?:day[ ])?of[ ])$`,
  'i',
);
const BEFORE_FOREIGN_MONTH = /(?<![\d/.])(?:0?[1-9]|[12]\d|3[01])(?:er|º)?\.?[ ](?:de[ ])?$/i;
const FOREIGN_YEAR = /,?[ ](?:del?[ ])?(?:19|20)\d{2}(?!\d)/iy;
const YEAR_AFTER = new RegExp(
  String.raw`\w{3,9}\.?[ ,-]{0,2}(?:(?:18|19|20)?\d{2}(?!\d|[ ]?(?:mg|ml|mcg|%|years?|days?)))?${TIME}`,
  'y',
);

// Words after which "3/12" is a day and a bare month is a date. A fraction such as "5/5 strength" has none of them.
const DATE_CUES = new Set(
  'on since dated date from until till by through thru dob born around before after seen admitted discharged visit appt appointment scheduled faxed called starting started begun began last next due follow followup lmp updated collected received reported signed effective expires expiration exp surgery admit admission discharge dc c mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);
const LOOSE_DATE_CUES = new Set(['in', 'out', 'back', 'removed', 'placed']);
const MONTH_CUES = new Set(
  'in since last this next early late mid of from until by during before after through till for to every past ending starting and around between'.split(
    ' ',
  ),
);
const HOLIDAYS =
  /(?:christmas(?:[ ](?:eve|day))?|thanksgiving(?:[ ]day)?|new[ ]year'?s?[ ](?:eve|day)|halloween|easter(?:[ ]sunday)?|labor[ ]day|memorial[ ]day|independence[ ]day|(?:fourth|4th)[ ]of[ ]july|valentine'?s?[ ]day|mother'?s?[ ]day|father'?s?[ ]day|veterans'?[ ]day|hanukkah|diwali|ramadan)(?![a-z])/iy;
const HOLIDAY_HEADS = [
  'christmas',
  'thanksgiving',
  'new',
  'halloween',
  'easter',
  'labor',
  'memorial',
  'independence',
  'fourth',
  'valentine',
  'mother',
  'father',
  'veterans',
  'hanukkah',
  'diwali',
  'ramadan',
];

const SURE = 0.92;

/** Days and months, in figures or words. A bare year stays; so do weekdays, times of day and durations. */
export const date: Recognizer = {
  name: 'date',
  category: 'DATE',
  atDigits: inFigures,
  atWords: new Map([
    ...atEach(HOLIDAY_HEADS, holiday),
    ...atEach(MONTHS, atMonth),
    ...atEach(FOREIGN_MONTHS, atForeignMonth),
  ]),
};

function inFigures({ text, digits, words }: Reading, at: number, found: Findings): void {
  const run = digits[at];
  if (run === undefined || run.start < found.covered) return;
  const { start, end } = run;
  const size = end - start;
  const sign = text[end];
  const parted = sign === '/' || sign === '-' || sign === '.';
  const compact = size === 8 || size === 12 || size === 14;
  if (!(compact || (parted && kindAt(text, end + 1) === DIGIT))) return;
  if (size > 4 && !compact) return;
  if (JOINED.at(text, start - 1)) return;
  const last = compact
    ? endOfMatch(COMPACT, text, start)
    : Math.max(
        numericEnd(text, start),
        sign === '.' ? -1 : endOfMatch(size === 4 ? YEAR_MONTH : MONTH_YEAR, text, start),
      );
  if (last >= 0) found.add(start, last, size > 4 ? 0.7 : SURE);
  else if (sign === '/' && isCue(words[run.wordBefore], text, start, DATE_CUES))
    found.add(start, endOfMatch(MONTH_DAY, text, start), 0.8);
  // "came in 6/21,": rather a fraction unless the phrase ends there
  else if (sign === '/' && isCue(words[run.wordBefore], text, start, LOOSE_DATE_CUES)) {
    const day = endOfMatch(MONTH_DAY, text, start);
    if (
      day >= 0 &&
      /^(?:[,.;:]?(?:[ ]|$)|\n)/.test(text.slice(day, day + 2)) &&
      !/^[ ][a-z]/.test(text.slice(day, day + 2))
    )
      found.add(start, day, 0.7);
  }
}

/** Two of the three parts must be able to be day and month; a version number or a range is not a date. */
function numericEnd(text: string, start: number): number {
  const match = matchAt(NUMERIC, text, start);
  if (!match) return -1;
  const [first, middle, last] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const yearFirst = (match[1]?.length ?? 0) === 4;
  if ((match[1]?.length ?? 0) === 3) return -1;
  const fits = yearFirst
    ? first >= 1800 && first < 2200 && isDayAndMonth(middle, last) && (match[4]?.length ?? 0) === 2
    : isDayAndMonth(first, middle);
  return fits ? start + match[0].length : -1;
}

function isDayAndMonth(a: number, b: number): boolean {
  return a >= 1 && b >= 1 && ((a <= 12 && b <= 31) || (a <= 31 && b <= 12));
}

function isCue(word: Word | undefined, text: string, start: number, cues: ReadonlySet<string>): boolean {
  return (
    word !== undefined &&
    start - word.end <= 4 &&
    cues.has(word.lower) &&
    /^[ :.(-]*$/.test(text.slice(word.end, start))
  );
}

function atMonth({ text, words }: Reading, at: number, found: Findings): void {
  const word = words[at];
  if (word === undefined || word.possessive) return;
  const lead = BEFORE_MONTH.exec(text.slice(Math.max(0, word.start - LONGEST_LEAD), word.start));
  if (lead && !/[\d/.]/.test(text.charAt(word.start - lead[0].length - 1)) && isWrittenMonth(word, true)) {
    const tail = matchAt(YEAR_AFTER, text, word.start)?.[0] ?? word.lower;
    found.add(word.start - lead[0].length, word.start + tail.trimEnd().replace(/[,-]$/, '').length, SURE);
    return;
  }
  // "SEPT9", "MARCH5" are genes
  if (word.shouted && kindAt(text, word.end) === DIGIT) return;
  const after = matchAt(AFTER_MONTH, text, word.start);
  if (after && isWrittenMonth(word, /\d(?:st|nd|rd|th)|\d{4}|[a-z](?:th|rst|nd|rd)$/i.test(after[0]))) {
    found.add(word.start, word.start + after[0].length, SURE);
    return;
  }
  const long =
    word.lower.length > 4 || word.lower === 'may' || word.lower === 'june' || word.lower === 'july';
  if (long && word.capital && isCue(words[at - 1], text, word.start, MONTH_CUES))
    found.add(word.start, word.end, 0.75);
}

/** "12 de marzo de 2019", "3. März 2019", "12 mars" */
function atForeignMonth({ text, words }: Reading, at: number, found: Findings): void {
  const word = words[at];
  if (word === undefined) return;
  const lead = BEFORE_FOREIGN_MONTH.exec(text.slice(Math.max(0, word.start - 16), word.start));
  if (!lead) return;
  found.add(word.start - lead[0].length, Math.max(word.end, endOfMatch(FOREIGN_YEAR, text, word.end)), SURE);
}

/** "may" and "march" in small letters are verbs, unless an ordinal or a year says otherwise. */
function isWrittenMonth(word: Word, certain: boolean): boolean {
  return word.capital || certain || !(word.lower === 'may' || word.lower === 'march' || word.lower === 'mar');
}

function holiday({ text, words }: Reading, at: number, found: Findings): void {
  const start = words[at]?.start ?? 0;
  found.add(start, endOfMatch(HOLIDAYS, text, start), 0.7);
}
