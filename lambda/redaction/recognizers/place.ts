import { isClinicalWord } from '../names/clinical-words';
import type { Reading, Word } from '../reading';
import { matchAt, type Recognizer } from '../recognizer';
import type { Span } from '../span';
import { STATE_CODES, STATE_NAMES } from './us-states';

const ZIP = /\d{5}(?:-\d{4})?(?![\d-])/y;
const ZIP_CUE = /\b(?:zip(?:[ _-]?code)?|postal[ _-]?code|postcode)[ "']{0,2}(?:[:=#]|is)?[ "'(]{0,3}$/i;
// A state code that is also a credential, a word or an abbreviation stands for the state only before a ZIP code
const DOUBTFUL_CODES = new Set('MD PA DO OR IN ME OK HI CT ID MS PR GU VI AA AE AP MA'.split(' '));
const CODES = new Set(STATE_CODES);
const STATES = new Set(STATE_NAMES.map((name) => name.toLowerCase()));
// "lives in Dayton", "moved to Palo Alto"
const LIVING =
  /(?:\b(?:lives?|living|lived|resides?|residing|resided|reside|relocated|moved|moving|native|resident|grew up|raised|hails|commutes?|travell?ed|travels|drives?|drove|flew|born)[ ](?:back[ ])?(?:in|to|from|of|near|outside|around)[ ](?:downtown[ ]|rural[ ]|the[ ]city[ ]of[ ])?)$/i;
const CITY_CUE = /\b(?:city|town|county|township|village|borough|parish)[ ]{0,2}(?:[:=][ ]{0,8}|of[ ])$/i;
const LIVING_ENDS = new Set(
  'in to from of near outside around downtown rural city town county township village borough parish'.split(
    ' ',
  ),
);
const LONGEST_CUE = 48;

/** Towns beside a state or behind a word of living, and ZIP codes. The state stays. */
export const place: Recognizer = {
  name: 'place',
  find: (reading) => [...zipCodes(reading), ...townsBesideState(reading), ...townsOfLiving(reading)],
};

function span(start: number, end: number, score: number): Span {
  return { start, end, category: 'GEO', detector: 'place', score };
}

function zipCodes({ text, digits, words }: Reading): Span[] {
  let lastWord = -1;
  return digits.flatMap(({ start, end }): Span[] => {
    while ((words[lastWord + 1]?.start ?? Number.POSITIVE_INFINITY) < start) lastWord++;
    if (end - start !== 5) return [];
    const match = matchAt(ZIP, text, start);
    if (!match) return [];
    const state = words[lastWord];
    const besideState =
      state !== undefined &&
      /^\.?[, ]{1,3}$/.test(text.slice(state.end, start)) &&
      ((CODES.has(text.slice(state.start, state.end)) && state.shouted) || endsState(words, lastWord));
    const cued = ZIP_CUE.test(text.slice(Math.max(0, start - 24), start));
    return besideState || cued ? [span(start, start + match[0].length, 0.9)] : [];
  });
}

function endsState(words: readonly Word[], at: number): boolean {
  const last = words[at];
  const before = words[at - 1];
  return last?.capital === true && (STATES.has(last.lower) || STATES.has(`${before?.lower} ${last.lower}`));
}

function townsBesideState(reading: Reading): Span[] {
  const { text, words } = reading;
  return words.flatMap((word, at): Span[] => {
    const comma = text[word.start - 1] === ',' || text[word.start - 2] === ',';
    if (!word.capital || !(comma || /^[. ,]{1,5}\d{5}/.test(text.slice(word.end, word.end + 16)))) return [];
    const code = word.end - word.start === 2 && CODES.has(text.slice(word.start, word.end));
    if (!code && !opensState(words, at)) return [];
    const gap = text.slice(words[at - 1]?.end ?? 0, word.start);
    const zipAfter = /^\.?[, ]{1,3}\d{5}(?!\d)/.test(text.slice(word.end, word.end + 10));
    if (code && !zipAfter && (!comma || DOUBTFUL_CODES.has(text.slice(word.start, word.end)))) return [];
    if (gap !== ', ' && gap !== ',' && !(gap === ' ' && zipAfter)) return [];
    const start = townStart(reading, at - 1);
    return start === undefined ? [] : [span(start, words[at - 1]?.end ?? start, 0.8)];
  });
}

function opensState(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return (
    word !== undefined && (STATES.has(word.lower) || STATES.has(`${word.lower} ${words[at + 1]?.lower}`))
  );
}

/** Walks back over at most three capital words that can be a town. */
function townStart({ text, words }: Reading, last: number): number | undefined {
  let start: number | undefined;
  for (let at = last; at > last - 3; at--) {
    const word = words[at];
    if (
      word === undefined ||
      !word.capital ||
      word.end - word.start < 2 ||
      (isClinicalWord(word.lower) && word.lower !== 'city')
    )
      break;
    if (at < last && !/^[. -]{1,2}$/.test(text.slice(word.end, words[at + 1]?.start))) break;
    start = word.start;
  }
  return start;
}

function townsOfLiving({ text, words }: Reading): Span[] {
  return words.flatMap((word, at): Span[] => {
    if (
      !word.capital ||
      word.end - word.start < 3 ||
      !LIVING_ENDS.has(words[at - 1]?.lower ?? '') ||
      isClinicalWord(word.lower) ||
      opensState(words, at)
    )
      return [];
    const before = text.slice(Math.max(0, word.start - LONGEST_CUE), word.start);
    if (!LIVING.test(before) && !CITY_CUE.test(before)) return [];
    let end = word.end;
    for (const next of words.slice(at + 1, at + 3)) {
      if (!next.capital || text.slice(end, next.start) !== ' ' || isClinicalWord(next.lower)) break;
      end = next.end;
    }
    return [span(word.start, end, 0.7)];
  });
}
