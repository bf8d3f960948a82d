import { endOfMatch } from '../recognizer';
import { isUpper } from '../letters';
import type { Reading, Word } from '../reading';
import { isInitial, withParticles, type CapitalRun } from './capital-run';
import { isEponymTail, isFindingTail } from './clinical-words';
import {
  CREDENTIAL,
  LEADS,
  LETTER_FIELDS,
  NAMERS,
  NAME_FIELDS,
  PERSON_TAIL,
  ROLES,
  TITLES,
} from './name-cues';

/** How much the words before a run say that it is a person. */
export type Cue = 'certain' | 'field' | 'role' | 'heading' | 'peer' | 'lead' | 'none';

const LINKS = new Set(['is', 'was', 'named', 'called', 'name', 'names', 'goes']);

const SPACE = 32;
const GAP = /^[ \t.:=,("'>*-]*(?:\n[ \t]*)?$/;
const MAY_LEAD = new Set([...TITLES, ...NAMERS, ...ROLES, ...LINKS, ...LEADS]);

/** The cue in front of a run, looked up over at most one linking word. */
export function cueBefore(reading: Reading, run: number): Cue {
  const { text, words } = reading;
  const first = withParticles(reading, run);
  const word = words[first];
  const before = words[first - 1];
  if (word === undefined || before === undefined) return 'none';
  // most words stand one space behind another, and most of those are no cue
  const beside = word.start === before.end + 1 && text.charCodeAt(before.end) === SPACE;
  const gap = beside ? ' ' : text.slice(before.possessive ? before.end + 2 : before.end, word.start);
  if (beside) {
    if (!MAY_LEAD.has(before.lower)) return 'none';
    if (TITLES.has(before.lower)) return 'certain';
  } else {
    if (gap.length > 24 || !GAP.test(gap)) return 'none';
    if (/[:=]/.test(gap)) return fieldCue(text, before);
    if (gap.includes('\n')) return TITLES.has(before.lower) ? 'certain' : 'none';
    if (TITLES.has(before.lower)) return /^[.]?[ ]{0,2}$/.test(gap) ? 'certain' : 'none';
    if (/[.*-]/.test(gap)) return 'none';
  }
  if (NAMERS.has(before.lower)) return 'certain';
  if (before.lower === 'name') return 'role';
  // "patient Qwelt" names a person; "Patient Goals" may be a heading
  if (ROLES.has(before.lower)) return before.capital ? 'heading' : 'role';
  if (LINKS.has(before.lower)) {
    const earlier = words[first - 2];
    if (earlier?.lower === 'this') return 'role';
    if (earlier?.lower === 'name' || earlier?.lower === 'names') return 'certain';
    if (earlier && ROLES.has(earlier.lower))
      return before.lower === 'is' || before.lower === 'was' ? 'lead' : 'certain';
  }
  return LEADS.has(before.lower) && !gap.includes(',') ? 'lead' : 'none';
}

/** "Patient: ", and at the start of a line "To: ". */
function fieldCue(text: string, field: Word): Cue {
  if (NAME_FIELDS.has(field.lower)) return 'field';
  const opensLine = field.start === 0 || /[\n>|]/.test(text.slice(Math.max(0, field.start - 2), field.start));
  return opensLine && LETTER_FIELDS.has(field.lower) ? 'certain' : 'none';
}

export function hasCredential({ text }: Reading, word: Word): boolean {
  const next = text.charCodeAt(word.end);
  // a space, a comma or a bracket, and a capital soon after
  if (
    !mayGoOn(next) ||
    !(isUpper(text, word.end + 1) || isUpper(text, word.end + 2) || isUpper(text, word.end + 3))
  )
    return false;
  return endOfMatch(CREDENTIAL, text, word.end) >= 0;
}

/** Whether a run can be a name at all: it holds a word of the lists or of none, or something around it says so. */
export function mayWeighEnough(reading: Reading, { first, last }: CapitalRun, cue: Cue): boolean {
  if (cue !== 'none' && cue !== 'lead') return true;
  for (let at = first; at <= last; at++) {
    const word = reading.words[at];
    if (word !== undefined && (word.lexeme.novel || word.lexeme.listing !== 'none' || isInitial(word)))
      return true;
  }
  const tail = reading.words[last];
  return tail !== undefined && hasCredential(reading, tail);
}

/** A space, a comma, an apostrophe or a bracket. */
function mayGoOn(unit: number): boolean {
  return unit === SPACE || unit === 44 || unit === 39 || unit === 40;
}

const ANATOMY = new Set(
  'circle pouch ampulla foramen islets islet loop bundle node canal ligament sphincter duct crypts angle triangle space sinus artery tetralogy sign organ line lines tendon fossa fascia gland glands zone valve'.split(
    ' ',
  ),
);

/** "circle of Willis", "pouch of Douglas" */
function isEponymHead({ words }: Reading, at: number): boolean {
  return words[at - 1]?.lower === 'of' && ANATOMY.has(words[at - 2]?.lower ?? '');
}

const CUE_WEIGHT: Readonly<Record<Cue, number>> = {
  certain: 2.6,
  field: 2.6,
  role: 1.9,
  heading: 1.75,
  peer: 1.75,
  lead: 0.6,
  none: 0,
};

/**
 * What each word of a run weighs as a part of a name; 2 makes it one. A sure cue is enough for any word, a listed
 * first name for itself; everything else must come together.
 */
export function weigh(reading: Reading, { first, last }: CapitalRun, cue: Cue): number[] {
  const { text, words } = reading;
  const tail = words[last];
  if (tail === undefined) return [];
  const weights: number[] = [];
  let allEponyms = last > first;
  for (let at = first; at <= last; at++) {
    const word = words[at];
    if (word === undefined) continue;
    const weight = ownWeight(text, word);
    weights.push(cue === 'certain' || cue === 'field' ? Math.max(0, weight) : weight);
    allEponyms &&= word.lexeme.eponym;
  }
  const isFinding =
    allEponyms ||
    (last === first && tail.lexeme.eponym && isEponymHead(reading, first)) ||
    (tail.lexeme.eponym && isEponymTail(text, tail.end)) ||
    (last === first &&
      (cue === 'none' || cue === 'lead') &&
      tail.lexeme.listing !== 'first' &&
      isFindingTail(text, tail.end));
  const around =
    CUE_WEIGHT[cue] +
    (hasCredential(reading, tail) ? 2.4 : 0) +
    (mayGoOn(text.charCodeAt(tail.end)) && endOfMatch(PERSON_TAIL, text, tail.end) >= 0 ? 0.5 : 0) -
    (isFinding ? 5 : 0);
  return weights.map((weight, index) => {
    const word = words[first + index];
    if (word === undefined || isInitial(word)) return 0;
    const previous = index > 0 ? words[first + index - 1] : undefined;
    const next = first + index < last ? words[first + index + 1] : undefined;
    const beside = Math.max(0, weights[index - 1] ?? 0) + Math.max(0, weights[index + 1] ?? 0);
    const initial =
      (previous !== undefined && isInitial(previous)) || (next !== undefined && isInitial(next)) ? 1 : 0;
    const paired = isPair(word, next) || (previous !== undefined && isPair(previous, word)) ? 0.9 : 0;
    const doubtful = index === 0 && word.lexeme.word ? doubt(reading, first, cue) : 0;
    return weight + around + beside * 0.6 + initial + paired - doubtful;
  });
}

/** "Mark the site", "Bill to the account", "Rose from a chair": how much a word of the lists may be a verb. */
function doubt(reading: Reading, at: number, cue: Cue): number {
  const { text, words } = reading;
  const word = words[at];
  if (word === undefined) return 0;
  const opens = opensSentence(reading, word);
  if (
    cue === 'none' &&
    (opens || text[word.start - 2] === ',') &&
    VERB_OBJECT.has(words[at + 1]?.lower ?? '')
  )
    return 2.5;
  return opens && word.lexeme.alsoWord ? 0.6 : 0;
}

const VERB_OBJECT = new Set(
  'the a an to all any this that these those each every both his her their your my our it them up out off'.split(
    ' ',
  ),
);

/** What a word with a capital weighs by itself. */
function ownWeight(text: string, word: Word): number {
  const size = word.end - word.start;
  if (size === 1) return 0;
  const { listing, alsoWord, novel, word: known, wordEnding } = word.lexeme;
  // "ADA", "ELISA": a short word all in capitals is rather an abbreviation
  if (word.shouted && size < 6) return listing === 'first' ? 0.4 : listing === 'surname' ? 0.2 : -0.6;
  if (listing === 'first') return alsoWord ? 0.9 : 2;
  if (novel) {
    if (isBrandLike(text, word)) return -0.6;
    if (word.shouted) return listing === 'surname' ? 1.9 : 1.3;
    return listing === 'surname' ? 2 : size < 4 ? 0.5 : size < 5 ? 1.9 : 2;
  }
  if (listing === 'surname') return alsoWord || known ? 0.3 : 1.2;
  if (wordEnding) return -1.2;
  return word.shouted ? -0.6 : 0.2;
}

const NAME_PREFIX = /^(?:Mc|Mac|De|Di|Da|Du|La|Le|Lo|Van|Von|Fitz|St|San|Ben|Al|El|Abu|Abd|[A-Z]')[A-Z]/;

/** "CyberKnife", "EpiPen": a capital inside that no name has. */
function isBrandLike(text: string, { start, end, shouted }: Word): boolean {
  if (shouted) return false;
  for (let at = start + 1; at < end; at++) {
    if (isUpper(text, at)) return !NAME_PREFIX.test(text.slice(start, end));
  }
  return false;
}

/** A given name and a listed name side by side, or a given name and an initial: "Mark White", "Will S.". */
function isPair(word: Word, next: Word | undefined): boolean {
  if (next === undefined || word.lexeme.listing !== 'first') return false;
  return isInitial(next) || next.lexeme.listing !== 'none';
}

export function opensSentence({ text }: Reading, word: Word | undefined): boolean {
  if (word === undefined || word.start === 0) return true;
  return /(?:[.!?:\n"(*•-]|^)[ \t]*$/.test(text.slice(Math.max(0, word.start - 4), word.start));
}
