import { Signs, WORD_SIGNS } from '../letters';
import type { Reading } from '../reading';
import {
  atEach,
  endOfMatch,
  matchAt,
  type AnchorHandler,
  type Findings,
  type Recognizer,
} from '../recognizer';

const JOINED = new Signs(`${WORD_SIGNS}.,/$-`);

// 164.514(b)(2)(i)(C): ages over 89 go, younger ones stay
const OLD_AGE = String.raw`(?:9\d|1[0-2]\d)`;
const YEARS_OLD = String.raw`(?:\+|\.5|[ ]?(?:and|&)[ ]a[ ]half)?[ -]{0,2}(?:(?:years?|yrs?|yr\.?)(?:[ -]{0,2}(?:olds?\b|of[ ]age|young\b|m\b|f\b|male|female|man|woman|lady|gentleman|w[mf]\b|b[mf]\b|[a-z]+[ ](?:male|female|man|woman|lady|gentleman)))|y\.?[ ]?[/\\]?[ ]?o\b\.?|yo[mf]?\b|y\/o|y\.o\.)`;
const AGED = new RegExp(String.raw`${OLD_AGE}(?=${YEARS_OLD})`, 'iy');
const AGE_AND_SEX = new RegExp(String.raw`${OLD_AGE}(?=[ ]?(?:[mM](?:ale)?|[fF]emale)\b(?![/']))`, 'y');
// "a 93F" is a woman, "98F" a temperature
const AGE_AND_F = new RegExp(String.raw`${OLD_AGE}(?=[ ]?F\b)`, 'y');
const SOMEBODY = /(?:\b(?:an?|pt\.?|patient)[ ]|[.!?][ ]{1,2}|\n[ \t]*|^)$/i;
const BIRTHDAY = new RegExp(
  String.raw`${OLD_AGE}(?:st|nd|rd|th)?(?=(?:st|nd|rd|th)?[ ]birthday|(?:st|nd|rd|th)[ ]year[ ]of[ ]life)`,
  'iy',
);

const CUED = new RegExp(
  String.raw`[a-z]+(?:'s)?(?:[ ]?[/(][ ]?(?:sex|gender|years?|yrs?)[ )]?|[ ]\(years\))?(?:[ ](?:is|was|of|now|about|at|to|almost|nearly|over|approximately|being|turning|recently|just|already|currently|listed|as|patient)){0,4}[ :=,~>"'-]{1,4}(${OLD_AGE})(?![\d/%]|[.]\d|[ ]?(?:mg|ml|mm|kg|lbs?|bpm|cm|%|degrees|days?|weeks?|months?|hours?|minutes?))`,
  'iy',
);
const CUES = ['age', 'aged', 'ages', 'turned', 'turning', 'turns'];
const NOW_OLD = new RegExp(
  String.raw`(?:he|she|they|patient|pt|who|mother|father|grandmother|grandfather|mom|dad|husband|wife)(?:'s|[ ](?:is|was))(?:[ ](?:now|currently|almost|nearly|about|over|already))?[ ](${OLD_AGE})(?=[.,;)]|[ ](?:and|but|with|who)\b|\n|$)`,
  'iy',
);
const BORN = /born[ ](?:in|around|about|circa|c\.)?[ ]{0,1}((?:18|19)\d{2})(?![\d/-])/iy;
const DIED = new RegExp(
  String.raw`died[ ](?:(?:at|aged?|when|in|his|her|the|age|of|peacefully|last|year|was|he|she)[ ]){1,4}(${OLD_AGE})(?![\d/%]|[.]\d|[ ]?(?:mg|ml|bpm|%|am|pm|weeks?|days?|months?))`,
  'iy',
);
const NOUNS = ['nonagenarian', 'nonagenarians', 'centenarian', 'centenarians'];
const NINE = 57;
const ONE = 49;
const NOW_OLD_HEADS = [
  'he',
  'she',
  'they',
  'patient',
  'pt',
  'who',
  'mother',
  'father',
  'grandmother',
  'grandfather',
  'mom',
  'dad',
  'husband',
  'wife',
];

const ONES = '(?:one|two|three|four|five|six|seven|eight|nine)';
const SPELLED = new RegExp(
  String.raw`(?:ninety(?:[ -]?${ONES})?|(?:(?:a|one)[ -])?hundred(?:[ -]and)?(?:[ -](?:${ONES}|ten|eleven|twelve))?)`,
  'iy',
);
const SPELLED_TAIL = new RegExp(String.raw`${YEARS_OLD}`, 'iy');
const SPELLED_CUE = /(?:\b(?:aged?|turned|turning|turns|age of|is now|age is)[ :]{1,2})$/i;
const DECADE = /(?:nineties|90'?s)(?![a-z])/iy;
const DECADE_CUE = /\b(?:in|into)[ ](?:his|her|their)[ ](?:early[ ]|mid[ -]?|late[ ])?$/i;

const SURE = 0.93;

export const ageOver89: Recognizer = {
  name: 'age-over-89',
  category: 'AGE_OVER_89',
  atDigits: inFigures,
  atWords: new Map([
    ...atEach(CUES, cuedBy(CUED)),
    ...atEach(NOW_OLD_HEADS, cuedBy(NOW_OLD)),
    ...atEach(['ninety', 'hundred', 'one', 'a'], inWords),
    ...atEach(NOUNS, ({ words }, at, found) => found.add(words[at]?.start ?? 0, words[at]?.end ?? 0, SURE)),
    ['born', bornBefore],
    ['died', cuedBy(DIED)],
    [
      'nineties',
      ({ text, words }, at, found) => {
        const start = words[at]?.start ?? 0;
        if (DECADE_CUE.test(text.slice(Math.max(0, start - 24), start))) found.add(start, start + 8, SURE);
      },
    ],
  ]),
};

function inFigures({ text, digits }: Reading, at: number, found: Findings): void {
  const run = digits[at];
  if (run === undefined) return;
  const { start, end } = run;
  const size = end - start;
  if (size < 2 || size > 3) return;
  const first = text.charCodeAt(start);
  if (first !== NINE && first !== ONE) return;
  if (JOINED.at(text, start - 1)) return;
  for (const pattern of [AGED, AGE_AND_SEX, BIRTHDAY]) {
    const last = endOfMatch(pattern, text, start);
    if (last >= 0) {
      found.add(start, last, SURE);
      return;
    }
  }
  const before = text.slice(Math.max(0, start - 24), start);
  if (SOMEBODY.test(before) && endOfMatch(AGE_AND_F, text, start) >= 0) found.add(start, end, SURE);
  else if (DECADE_CUE.test(before)) found.add(start, endOfMatch(DECADE, text, start), SURE);
}

function cuedBy(pattern: RegExp): AnchorHandler {
  return ({ text, words }, at, found) => {
    const match = matchAt(pattern, text, words[at]?.start ?? 0);
    const value = match?.[1];
    if (match === null || value === undefined) return;
    const end = match.index + match[0].length;
    found.add(end - value.length, end, SURE);
  };
}

/** "Born in 1926": a year of birth that makes a person 90 or older stands for the age. */
function bornBefore({ text, words }: Reading, at: number, found: Findings): void {
  const match = matchAt(BORN, text, words[at]?.start ?? 0);
  const year = match?.[1];
  if (match === null || year === undefined || Number(year) > new Date().getUTCFullYear() - 90) return;
  const end = match.index + match[0].length;
  found.add(end - year.length, end, SURE);
}

function inWords({ text, words }: Reading, at: number, found: Findings): void {
  const start = words[at]?.start ?? 0;
  const end = endOfMatch(SPELLED, text, start);
  if (end < 0) return;
  if (
    endOfMatch(SPELLED_TAIL, text, end) >= 0 ||
    SPELLED_CUE.test(text.slice(Math.max(0, start - 12), start))
  )
    found.add(start, end, SURE);
}
