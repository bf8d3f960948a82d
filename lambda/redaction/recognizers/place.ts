import type { Reading, Word } from '../reading';
import { atEach, endOfMatch, matchAt, type Findings, type Recognizer } from '../recognizer';
import { isTown } from './towns';
import { STATE_CODES, STATE_NAMES } from './us-states';

const ZIP = /\d{5}(?:-\d{4})?(?![\d-])/y;
const ZIP_HEADS = ['cp', 'código', 'zip', 'zipcode', 'postal', 'postcode'];
const ZIP_AFTER_CUE =
  /(?:cp(?=[.]?:)\.?|código[ ]postal|zip(?:[ _-]?code)?|postal[ _-]?code|postcode)[ "']{0,2}(?:[:=#]|is)?[ "'(]{0,3}((?:[A-Z]\d[A-Z][ ]?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}|\d{3,6}(?:[- ]\d{2,4})?))(?![\w-])/iy;
// A state code that is also a credential, a word or an abbreviation stands for the state only before a ZIP code
const DOUBTFUL_CODES = new Set('MD PA DO OR IN ME OK HI CT ID MS PR GU VI AA AE AP MA'.split(' '));
const CODES = new Set(STATE_CODES);
const STATES = new Set(STATE_NAMES.map((name) => name.toLowerCase()));
// "lives in Dayton", "moved to Palo Alto"
const LIVING =
  /(?:\b(?:lives?|living|lived|resides?|residing|resided|reside|relocated|moved|moving|native|resident|grew up|raised|hails|commutes?|travell?ed|travels|drives?|drove|flew|born)[ ](?:back[ ])?(?:in|to|from|of|near|outside|around)[ ](?:downtown[ ]|rural[ ]|the[ ]city[ ]of[ ])?)$/i;
const CITY_CUE =
  /\b(?:localidad|provincia|municipio|población|city|town|county|township|village|borough|parish)[ ]{0,2}(?:[:=][ ]{0,8}|of[ ])$/i;
const LIVING_ENDS = new Set(
  'in to from of near outside around downtown rural city town county township village borough parish localidad provincia municipio población'.split(
    ' ',
  ),
);
// words no person is called by that towns are: "New Haven", "North Platte"
const TOWN_WORDS = new Set(
  'city new old north south east west fort port lake mount st saint san santa el la las los grand little big great rock beach springs falls hills'.split(
    ' ',
  ),
);
const LONGEST_CUE = 48;
// the first word of every state, and the codes
const STATE_HEADS = [
  ...STATE_NAMES.map((name) => name.toLowerCase().split(' ')[0] ?? ''),
  ...STATE_CODES.map((code) => code.toLowerCase()),
];

/** Towns beside a state or behind a word of living, and ZIP codes. The state stays. */
export const place: Recognizer = {
  name: 'place',
  category: 'GEO',
  atDigits: zipCode,
  atWords: new Map([
    ...atEach(ZIP_HEADS, zipAfterCue),
    ...atEach(STATE_HEADS, townBesideState),
    ...atEach(LIVING_ENDS, townOfLiving),
  ]),
};

function zipCode({ text, digits, words }: Reading, at: number, found: Findings): void {
  const run = digits[at];
  if (run === undefined || run.end - run.start !== 5) return;
  const { start } = run;
  const end = endOfMatch(ZIP, text, start);
  if (end < 0) return;
  const state = words[run.wordBefore];
  const besideState =
    state !== undefined &&
    start - state.end <= 4 &&
    /^\.?[, ]{1,3}$/.test(text.slice(state.end, start)) &&
    ((state.shouted && CODES.has(text.slice(state.start, state.end))) || endsState(words, run.wordBefore));
  if (besideState) found.add(start, end, 0.9);
}

/** "ZIP: 3962", "postal code is K1A 0B1": whatever is called a postal code, of any country. */
function zipAfterCue({ text, words }: Reading, at: number, found: Findings): void {
  const match = matchAt(ZIP_AFTER_CUE, text, words[at]?.start ?? 0);
  const code = match?.[1];
  if (match && code !== undefined)
    found.add(match.index + match[0].length - code.length, match.index + match[0].length, 0.9);
}

function endsState(words: readonly Word[], at: number): boolean {
  const last = words[at];
  const before = words[at - 1];
  return last?.capital === true && (STATES.has(last.lower) || STATES.has(`${before?.lower} ${last.lower}`));
}

/** "Dayton, OH", "Palo Alto, California", "Dayton OH 45402". The state goes with its town. */
function townBesideState(reading: Reading, at: number, found: Findings): void {
  const { text, words } = reading;
  const word = words[at];
  const town = words[at - 1];
  if (word === undefined || town === undefined || !word.capital || !town.capital) return;
  const gap = text.slice(town.end, word.start);
  if (gap !== ', ' && gap !== ',' && gap !== ' ' && gap !== ',\n') return;
  const code = word.end - word.start === 2 && CODES.has(text.slice(word.start, word.end));
  const end = code ? word.end : stateEnd(reading, at);
  if (end < 0) return;
  const zipAfter = /^\.?[, ]{1,3}\d{5}(?!\d)/.test(text.slice(end, end + 10));
  if (gap === ' ' && !zipAfter) return;
  const start = townStart(reading, at - 1);
  if (start === undefined) return;
  const doubtful = code && DOUBTFUL_CODES.has(text.slice(word.start, word.end));

  if (doubtful && !zipAfter && !isTown(text.slice(start, town.end))) {
    // "Jane, MD" is a doctor
    if (town.lexeme.listing === 'first' || !standsAlone(text, start, end)) return;
  }
  found.add(start, end, 0.8);
}

/** Nothing else between line ends or bars: "Dayton, OR | Phone". */
function standsAlone(text: string, start: number, end: number): boolean {
  return (
    /(?:^|[\n|>])[ \t]*$/.test(text.slice(Math.max(0, start - 4), start)) &&
    /^[ \t]*(?:[\n|]|$)/.test(text.slice(end, end + 4))
  );
}

function opensState(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return (
    word !== undefined && (STATES.has(word.lower) || STATES.has(`${word.lower} ${words[at + 1]?.lower}`))
  );
}

/** Where the state name ends that begins with this word, or -1. */
function stateEnd({ words }: Reading, at: number): number {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined) return -1;
  if (next?.capital === true && STATES.has(`${word.lower} ${next.lower}`)) return next.end;
  return STATES.has(word.lower) ? word.end : -1;
}

/** Walks back over at most four capital words that can be a town. */
function townStart({ text, words }: Reading, last: number): number | undefined {
  let start: number | undefined;
  for (let at = last; at > last - 4; at--) {
    const word = words[at];
    if (
      word === undefined ||
      !word.capital ||
      word.end - word.start < 2 ||
      (word.lexeme.neverName && !TOWN_WORDS.has(word.lower) && !(at < last && STATES.has(word.lower)))
    )
      break;
    if (at < last && !/^[. -]{1,2}$/.test(text.slice(word.end, words[at + 1]?.start))) break;
    start = word.start;
  }
  return start;
}

/** The town after "lives in"; the anchor is the word before it. */
function townOfLiving({ text, words }: Reading, at: number, found: Findings): void {
  const word = words[at + 1];
  if (word === undefined || !word.capital || word.end - word.start < 3) return;
  if ((word.lexeme.neverName && !TOWN_WORDS.has(word.lower)) || opensState(words, at + 1)) return;
  const before = text.slice(Math.max(0, word.start - LONGEST_CUE), word.start);
  if (!LIVING.test(before) && !CITY_CUE.test(before)) return;
  let end = word.end;
  for (const next of words.slice(at + 2, at + 4)) {
    if (!next.capital || text.slice(end, next.start) !== ' ' || next.lexeme.neverName) break;
    end = next.end;
  }
  found.add(word.start, end, 0.7);
}
