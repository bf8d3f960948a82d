import type { Reading } from '../reading';
import { matchAt, type Recognizer } from '../recognizer';
import type { Span } from '../span';

// 164.514(b)(2)(i)(C): ages over 89 go, younger ones stay
const OLD_AGE = String.raw`(?:9\d|1[0-2]\d)`;
const YEARS_OLD = String.raw`(?:\+|\.5|[ ]?(?:and|&)[ ]a[ ]half)?[ -]{0,2}(?:(?:years?|yrs?|yr\.?)(?:[ -]{0,2}(?:olds?\b|of[ ]age|young\b|m\b|f\b|male|female|man|woman|lady|gentleman|w[mf]\b|b[mf]\b|[a-z]+[ ](?:male|female|man|woman|lady|gentleman)))|y\.?[ ]?[/\\]?[ ]?o\b\.?|yo[mf]?\b|y\/o|y\.o\.)`;
const AGED = new RegExp(String.raw`${OLD_AGE}(?=${YEARS_OLD})`, 'iy');
const AGE_AND_SEX = new RegExp(String.raw`${OLD_AGE}(?=[ ]?(?:[mM](?:ale)?|[fF]emale)\b(?![/']))`, 'y');
// "a 93F" is a woman, "98F" a temperature
const AGE_AND_F = new RegExp(String.raw`${OLD_AGE}(?=[ ]?F\b)`, 'y');
const SOMEBODY = /\b(?:an?|pt\.?|patient)[ ]$/i;
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

export const ageOver89: Recognizer = {
  name: 'age-over-89',
  find: (reading) => [...inFigures(reading), ...cued(reading), ...inWords(reading)],
};

function span(start: number, end: number): Span {
  return { start, end, category: 'AGE_OVER_89', detector: 'age-over-89', score: 0.93 };
}

function inFigures({ text, digits }: Reading): Span[] {
  return digits.flatMap(({ start, end }): Span[] => {
    const size = end - start;
    if (size < 2 || size > 3 || /[\w.,/$-]/.test(text.charAt(start - 1))) return [];
    if (text[start] !== '9' && text[start] !== '1') return [];
    const match =
      matchAt(AGED, text, start) ?? matchAt(AGE_AND_SEX, text, start) ?? matchAt(BIRTHDAY, text, start);
    if (match) return [span(start, start + match[0].length)];
    const before = text.slice(Math.max(0, start - 24), start);
    if (SOMEBODY.test(before) && matchAt(AGE_AND_F, text, start)) return [span(start, end)];
    const decade = matchAt(DECADE, text, start);
    return decade && DECADE_CUE.test(before) ? [span(start, start + decade[0].length)] : [];
  });
}

function cued({ text, words, wordsNamed }: Reading): Span[] {
  const after = (heads: readonly string[], pattern: RegExp): Span[] =>
    heads.flatMap((head) =>
      wordsNamed(head).flatMap((at): Span[] => {
        const match = matchAt(pattern, text, words[at]?.start ?? 0);
        const value = match?.[1];
        if (match === null || value === undefined) return [];
        const end = match.index + match[0].length;
        return [span(end - value.length, end)];
      }),
    );
  return [...after(CUES, CUED), ...after(NOW_OLD_HEADS, NOW_OLD)];
}

function inWords({ text, words, wordsNamed }: Reading): Span[] {
  const found: Span[] = [];
  for (const head of ['ninety', 'hundred', 'one', 'a']) {
    for (const at of wordsNamed(head)) {
      const start = words[at]?.start ?? 0;
      const match = matchAt(SPELLED, text, start);
      if (!match) continue;
      const end = start + match[0].length;
      if (matchAt(SPELLED_TAIL, text, end) || SPELLED_CUE.test(text.slice(Math.max(0, start - 12), start))) {
        found.push(span(start, end));
      }
    }
  }
  for (const noun of ['nonagenarian', 'nonagenarians', 'centenarian', 'centenarians']) {
    for (const at of wordsNamed(noun)) {
      const word = words[at];
      if (word) found.push(span(word.start, word.end));
    }
  }
  for (const at of wordsNamed('nineties')) {
    const start = words[at]?.start ?? 0;
    if (DECADE_CUE.test(text.slice(Math.max(0, start - 24), start))) found.push(span(start, start + 8));
  }
  return found;
}
