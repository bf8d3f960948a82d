import type { Reading, Word } from '../reading';
import { COURTESY, NAME_FIELDS, TITLES } from './name-cues';

/** Words with a capital that may be one person's name: "Ana de la Cruz", "J. Smith-Jones". */
export interface CapitalRun {
  /** Index of the first word in the reading. */
  readonly first: number;
  readonly last: number;
}

const PARTICLE = new Set(
  'de da del della van von der den la le di dos das do du el al ad ar as ash az bin ibn abu ben y st ter ten'.split(
    ' ',
  ),
);
const MOST_WORDS = 6;

/** Whether the word at `at`, which has a capital, may open a run. */
export function mayOpenRun(reading: Reading, at: number): boolean {
  const word = reading.words[at];
  return word !== undefined && (mayBeName(reading, word) || isTitled(reading, at) || isFielded(reading, at));
}

/** Index of the last word of the run that begins at `first`: runs end at stop words, line ends and punctuation. */
export function lastOfRun(reading: Reading, first: number): number {
  let last = first;
  for (
    let next = nextInRun(reading, last);
    next !== undefined && next - first < MOST_WORDS;
    next = nextInRun(reading, last)
  ) {
    last = next;
  }
  return last;
}

function nextInRun(reading: Reading, at: number): number | undefined {
  const { words, text } = reading;
  const word = words[at];
  if (word === undefined || word.possessive) return undefined;
  let next = at + 1;
  for (
    let skipped = 0;
    skipped < 2 && PARTICLE.has(words[next]?.lower ?? '') && words[next]?.capital === false;
    skipped++
  )
    next++;
  const other = words[next];
  if (other === undefined || !(mayBeName(reading, other) || isSurname(word, other))) return undefined;
  let end = word.end;
  for (const between of words.slice(at + 1, next + 1)) {
    if (between.start === end + 1 && isSpaceOrHyphen(text.charCodeAt(end))) {
      end = between.end;
      continue;
    }
    const gap = text.slice(end, between.start);
    const afterInitial = end - word.start === 1 || word.lower === 'jr' || word.lower === 'st';
    if (!(gap === '  ' || (afterInitial && (gap === '. ' || gap === '.')))) return undefined;
    end = between.end;
  }
  return next;
}

/** "Ana Day", "Joan Best": a surname of the lists right behind a given name, whatever else it means. */
function isSurname(given: Word, word: Word): boolean {
  return (
    given.lexeme.listing === 'first' &&
    !given.lexeme.word &&
    word.capital &&
    !word.shouted &&
    word.lexeme.listing !== 'none' &&
    word.start === given.end + 1
  );
}

export function isParticle({ lower }: Word): boolean {
  return PARTICLE.has(lower);
}

function isSpaceOrHyphen(unit: number): boolean {
  return unit === 32 || unit === 45;
}

/** Where a name starts that has particles in small letters in front: "van der Berg". */
export function withParticles({ text, words }: Reading, first: number): number {
  let start = first;
  while (first - start < 3) {
    const particle = words[start - 1];
    if (particle === undefined || particle.capital || !PARTICLE.has(particle.lower)) break;
    if (!/^[ -]$/.test(text.slice(particle.end, words[start]?.start))) break;
    start--;
  }
  return start;
}

/** "Dr. White", "Mrs. Day": after a title a word of the lists is a name, whatever else it means. */
function isTitled({ text, words }: Reading, at: number): boolean {
  const word = words[at];
  const title = words[at - 1];
  if (word === undefined || title === undefined || !word.capital || !COURTESY.has(title.lower)) return false;
  return (
    /^\.?[ ]$/.test(text.slice(title.end, word.start)) &&
    !COURTESY.has(word.lower) &&
    word.lexeme.listing !== 'none'
  );
}

/** "Patient: West, Kai": a word of the lists that fills a field up to the comma or the end of the line. */
function isFielded({ text, words }: Reading, at: number): boolean {
  const word = words[at];
  const field = words[at - 1];
  if (word === undefined || field === undefined || !word.capital || word.lexeme.listing === 'none')
    return false;
  if (!NAME_FIELDS.has(field.lower) || !/^:[ \t]{0,8}$/.test(text.slice(field.end, word.start))) return false;
  return /^(?:,[ ]?\p{Lu}|[ ]\p{Lu}\p{Ll}|[ \t]*(?:\n|$))/u.test(text.slice(word.end, word.end + 6));
}

/** A capital word that is neither part of a code nor a word no name is. */
export function mayBeName({ text }: Reading, word: Word): boolean {
  if (!word.capital) return false;
  if (isCodeSign(text.charCodeAt(word.start - 1)) || isCodeSign(text.charCodeAt(word.end), false))
    return false;
  return isInitial(word) || !(word.lexeme.neverName || TITLES.has(word.lower));
}

/** A digit, "_" or "@"; before a word a slash or a backslash too: the word is part of a code. */
function isCodeSign(unit: number, before = true): boolean {
  if (unit >= 48 && unit <= 57) return true;
  return unit === 95 || unit === 64 || (before && (unit === 47 || unit === 92));
}

export function isInitial(word: Word): boolean {
  return word.end - word.start === 1;
}
