import type { Reading } from '../reading';
import { endOfMatch, type Findings } from '../recognizer';
import { firstFrom, type Window } from '../window';
import {
  isInitial,
  isParticle,
  lastOfRun,
  mayBeName,
  mayOpenRun,
  withParticles,
  type CapitalRun,
} from './capital-run';
import { isEponymTail } from './clinical-words';
import { COURTESY, DEGREES, TITLES } from './name-cues';
import { cueBefore, hasCredential, mayWeighEnough, weigh, type Cue } from './name-evidence';
import { rememberNames } from './name-memory';
import { smallLetterName } from './small-letter-names';

/** One search for names in a reading: what it has found so far tells something of what comes next. */
export class NameSearch {
  /** Index of the word that must be a name because of the name before it. */
  #given = -1;
  /** Index of the last word of the name before. */
  #before = -1;
  /** The run before, if it was no name. */
  #passed: CapitalRun | undefined;

  /** @param enough what a word must weigh to be a name */
  constructor(
    private readonly reading: Reading,
    private readonly found: Findings,
    private readonly enough: number,
  ) {}

  /** Names at anchors in the windows, then every other mention of them in the whole text. */
  search(windows: readonly Window[]): void {
    const { words } = this.reading;
    for (const { start, end } of windows) {
      for (let at = firstFrom(words, start); at < words.length; at++) {
        const word = words[at];
        if (word === undefined || word.start >= end) break;
        if (word.capital && mayOpenRun(this.reading, at)) {
          const last = lastOfRun(this.reading, at);
          this.#weighRun({ first: at, last });
          at = last;
          this.#addSmallLetterName(at);
        } else this.#addSmallLetterName(at);
      }
    }
    rememberNames(this.reading, this.found);
  }

  #weighRun(run: CapitalRun): void {
    const { reading } = this;
    const told = run.first === this.#given ? 'certain' : this.#cueOf(run);
    const cue = (told === 'none' || told === 'lead') && this.#isPeer(run.first) ? 'peer' : told;
    const part = mayWeighEnough(reading, run, cue)
      ? namePart(weigh(reading, run, cue), run, reading, this.enough)
      : undefined;
    const name = part ?? (cue === 'certain' && isTitled(reading, run) ? run : undefined);
    if (name !== undefined) {
      this.#addPassed(name);
      this.#add(name, cue);
      this.#before = name.last;
      if (isBeforeInitial(reading, name.last)) this.#add({ first: name.last + 1, last: name.last + 1 }, cue);
      if (cue !== 'certain' || name.last !== run.last) return;
      if (isBeforeGivenName(reading, name.last)) this.#given = name.last + 1;
      else if (reading.words[name.first - 1]?.lower === 'drs') this.#given = name.last + 2;
    } else if (isLastFirst(reading, run)) {
      this.#add(run, cue);
      this.#add({ first: run.last + 1, last: run.last + 1 }, cue);
      this.#before = run.last + 1;
      this.#passed = undefined;
    } else this.#passed = run;
  }

  /** "Romi, Erik": what was no name by itself is one in a row with the name after it. */
  #addPassed(name: CapitalRun): void {
    const passed = this.#passed;
    this.#passed = undefined;
    if (passed === undefined || !areInRow(this.reading, passed.last, name.first)) return;
    const word = this.reading.words[passed.first];
    if (
      passed.first === passed.last &&
      word !== undefined &&
      (word.lexeme.novel || word.lexeme.listing === 'first')
    )
      this.#add(passed, 'peer');
  }

  /** "Doctor: Rivera" fills a field in; "Doctor: Vision is fine" is what somebody says. */
  #cueOf(run: CapitalRun): Cue {
    const cue = cueBefore(this.reading, run.first);
    if (cue !== 'field') return cue;
    const { words, text } = this.reading;
    const first = words[run.first];
    if (first === undefined || run.last > run.first || !first.lexeme.word) return 'certain';
    const end = first.possessive ? first.end + 2 : first.end;
    const goesOn = /^[ ][a-z\d]/.test(text.slice(end, end + 2));
    return goesOn ? 'lead' : 'certain';
  }

  #isPeer(first: number): boolean {
    return areInRow(this.reading, this.#before, first);
  }

  #add({ first, last }: CapitalRun, cue: Cue): void {
    const { reading } = this;
    const sure = last > first || cue === 'certain';
    for (let at = first; at <= last; at++) {
      const word = reading.words[at];
      if (word === undefined || word.end - word.start < 3) continue;
      const { listing, alsoWord, word: isWord, lower } = word.lexeme;
      if (alsoWord && !sure) continue;
      const needsCapital = alsoWord || isWord || (listing === 'none' && cue !== 'certain') || !sure;
      reading.names.set(lower, needsCapital && reading.names.get(lower) !== false);
    }
    const start = withTitle(reading, withOwnParticles(reading, first, cue));
    const end = withHyphenated(reading, last);
    if (first === last && cue === 'lead' && isRatherTown(reading, first)) {
      this.found.add(start, end, 0.6, 'GEO', 'place');
      return;
    }
    this.found.add(
      start,
      Math.max(end, endOfMatch(DEGREES, reading.text, end)),
      cue === 'certain' ? 0.92 : 0.75,
    );
  }

  #addSmallLetterName(at: number): void {
    const words = smallLetterName(this.reading, at);
    const last = words.at(-1);
    if (last === undefined) return;
    for (const { lower } of words) this.reading.names.set(lower, false);
    this.found.add(words[0]?.start ?? 0, last.end, 0.8);
  }
}

/** "Rivera and White", "Ana, Rose": what stands in a row with a name. */
function areInRow({ text, words }: Reading, before: number, first: number): boolean {
  const name = words[before];
  const word = words[first];
  if (name === undefined || word === undefined || first - before > 2 || word.start - name.end > 7)
    return false;
  return /^(?:,|,? (?:and|or)| ?&) $/.test(text.slice(name.end, word.start));
}

/** "Hauta-aho", "Van-der-Berg": the end of a name with the parts in small letters that hyphens join to it. */
function withHyphenated({ text, words }: Reading, last: number): number {
  let end = words[last]?.end ?? 0;
  for (const next of words.slice(last + 1, last + 4)) {
    const { novel, listing } = next.lexeme;
    const isPart = next.capital ? novel || listing !== 'none' : novel || isParticle(next);
    if (next.start !== end + 1 || text[end] !== '-' || !isPart) break;
    end = next.end;
  }
  return end;
}

/** Particles in front of a name: behind a sure cue any, else those a hyphen joins to it ("al-Rashid"). */
function withOwnParticles(reading: Reading, first: number, cue: Cue): number {
  const joined = reading.text[(reading.words[first]?.start ?? 0) - 1] === '-';
  return cue === 'certain' || joined ? withParticles(reading, first) : first;
}

/** Where a name starts with the title in front of it: "Mrs." says the sex, and a rare title the person. */
function withTitle({ text, words }: Reading, first: number): number {
  const start = words[first]?.start ?? 0;
  const title = words[first - 1];
  if (title === undefined || !COURTESY.has(title.lower)) return start;
  return /^\.?[ ]{0,2}$/.test(text.slice(title.end, start)) ? title.start : start;
}

/** "Patient: Rivera, Ana": what follows the comma belongs to the same person. */
function isBeforeGivenName(reading: Reading, last: number): boolean {
  const word = reading.words[last];
  const next = reading.words[last + 1];
  return (
    word !== undefined &&
    next !== undefined &&
    /^,[ ]?$/.test(reading.text.slice(word.end, next.start)) &&
    mayBeName(reading, next) &&
    !hasCredential(reading, word)
  );
}

/** "Dr. J.", "Mr. W.": after a title an initial is a name. */
function isTitled({ text, words }: Reading, { first, last }: CapitalRun): boolean {
  const word = words[first];
  return (
    first === last &&
    word !== undefined &&
    isInitial(word) &&
    text[word.end] === '.' &&
    TITLES.has(words[first - 1]?.lower ?? '')
  );
}

/** The stretch of a run that weighs enough, widened to initials and lighter neighbours. */
function namePart(
  weights: readonly number[],
  run: CapitalRun,
  { words }: Reading,
  enough: number,
): CapitalRun | undefined {
  let first = weights.findIndex((weight) => weight >= enough);
  if (first < 0) return undefined;
  let last = weights.findLastIndex((weight) => weight >= enough);
  const joins = (at: number): boolean => {
    const word = words[run.first + at];
    return (
      word !== undefined && at >= 0 && at < weights.length && (isInitial(word) || (weights[at] ?? 0) >= 0.9)
    );
  };
  while (joins(first - 1)) first--;
  while (joins(last + 1)) last++;
  return { first: run.first + first, last: run.first + last };
}

/** "Rivera, Ana": two runs with a comma between, the second a given name. */
function isLastFirst(reading: Reading, run: CapitalRun): boolean {
  const { text, words } = reading;
  const last = words[run.last];
  const given = words[run.last + 1];
  if (last === undefined || given === undefined || run.last - run.first > 1 || !mayBeName(reading, given))
    return false;
  if (!/^,[ ]?$/.test(text.slice(last.end, given.start)) || isInitial(last)) return false;
  if (last.lexeme.listing === 'none' || last.lexeme.eponym || isEponymTail(text, given.end)) return false;
  return (given.lexeme.listing === 'first' && !given.lexeme.neverName) || isBeforeInitial(reading, run.last);
}

/** "Rivera, A." */
function isBeforeInitial({ text, words }: Reading, last: number): boolean {
  const word = words[last];
  const next = words[last + 1];
  if (word === undefined || next === undefined || !next.capital || !isInitial(next)) return false;
  return text[next.end] === '.' && /^,[ ]$/.test(text.slice(word.end, next.start));
}

/** "of Dayton", "in Trondheim": a town of the lists behind a word of place. */
function isRatherTown({ words }: Reading, at: number): boolean {
  const word = words[at];
  return (
    word !== undefined &&
    word.lexeme.city &&
    word.lexeme.listing !== 'first' &&
    PLACE_LEADS.has(words[at - 1]?.lower ?? '')
  );
}

const PLACE_LEADS = new Set(['in', 'at', 'from', 'near', 'to', 'of']);
