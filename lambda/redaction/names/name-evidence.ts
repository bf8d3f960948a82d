import { endOfMatch } from '../recognizer';
import type { Reading, Word } from '../reading';
import { isInitial, withParticles, type CapitalRun } from './capital-run';
import { isEponymTail } from './clinical-words';
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
export type Cue = 'certain' | 'role' | 'heading' | 'lead' | 'none';

export const ENOUGH = 2;
const LINKS = new Set(['is', 'was', 'named', 'called', 'name', 'names', 'goes']);

/** The cue in front of a run, looked up over at most one linking word. */
export function cueBefore(reading: Reading, run: number): Cue {
  const { text, words } = reading;
  const first = withParticles(reading, run);
  const word = words[first];
  const before = words[first - 1];
  if (word === undefined || before === undefined) return 'none';
  const gap = text.slice(before.possessive ? before.end + 2 : before.end, word.start);
  if (gap.length > 24 || !/^[ \t.:=,("'>*-]*(?:\n[ \t]*)?$/.test(gap)) return 'none';
  if (/[:=]/.test(gap)) {
    if (NAME_FIELDS.has(before.lower)) return 'certain';
    const opensLine =
      before.start === 0 || /[\n>|]/.test(text.slice(Math.max(0, before.start - 2), before.start));
    return opensLine && LETTER_FIELDS.has(before.lower) ? 'certain' : 'none';
  }
  if (gap.includes('\n')) return TITLES.has(before.lower) ? 'certain' : 'none';
  if (TITLES.has(before.lower)) return /^[.]?[ ]{0,2}$/.test(gap) ? 'certain' : 'none';
  if (/[.*-]/.test(gap)) return 'none';
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

export function hasCredential({ text }: Reading, word: Word): boolean {
  return endOfMatch(CREDENTIAL, text, word.end) >= 0;
}

/**
 * What each word of a run weighs as a part of a name; `ENOUGH` makes it one. A sure cue is enough for any word, a listed
 * first name for itself; everything else must come together.
 */
export function weigh(reading: Reading, run: CapitalRun, cue: Cue): number[] {
  const { text, words } = reading;
  const parts = words.slice(run.first, run.last + 1);
  const tail = parts.at(-1);
  if (tail === undefined) return [];
  const own = parts.map((word) => (cue === 'certain' ? Math.max(0, ownWeight(word)) : ownWeight(word)));
  const eponym = tail.lexeme.eponym && isEponymTail(text, tail.end);
  const allEponyms = parts.length > 1 && parts.every((word) => word.lexeme.eponym);
  const around =
    { certain: 2.6, role: 1.9, heading: 1.75, lead: 0.6, none: 0 }[cue] +
    (hasCredential(reading, tail) ? 2.4 : 0) +
    (endOfMatch(PERSON_TAIL, text, tail.end) >= 0 ? 0.5 : 0) -
    (eponym || allEponyms ? 5 : 0);
  const opening = opensSentence(reading, parts[0]);
  return parts.map((word, at) => {
    if (isInitial(word)) return 0;
    const beside = [own[at - 1], own[at + 1]].reduce<number>(
      (sum, weight) => sum + (weight === undefined ? 0 : Math.max(0, weight) * 0.6),
      0,
    );
    const initials = [parts[at - 1], parts[at + 1]].filter(
      (part) => part !== undefined && isInitial(part),
    ).length;
    const previous = parts[at - 1];
    const paired =
      isPair(word, parts[at + 1]) || (previous !== undefined && isPair(previous, word)) ? 0.9 : 0;
    const doubtful = opening && at === 0 && word.lexeme.alsoWord ? 0.6 : 0;
    return (own[at] ?? 0) + around + beside + Math.min(initials, 1) + paired - doubtful;
  });
}

function ownWeight(word: Word): number {
  if (isInitial(word)) return 0;
  const { listing, alsoWord } = word.lexeme;
  // "ADA", "ELISA": a short word all in capitals is rather an abbreviation
  const abbreviated = word.shouted && word.end - word.start < 6;
  if (listing === 'first') return abbreviated ? 0.4 : alsoWord ? 0.9 : 2;
  if (listing === 'surname') return abbreviated ? 0.2 : alsoWord ? 0.3 : 1.2;
  if (word.lexeme.wordEnding) return -1.2;
  return word.shouted ? -0.6 : 0.2;
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
