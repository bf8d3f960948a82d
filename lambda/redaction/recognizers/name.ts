import { capitalRuns, isInitial, mayBeName, withParticles, type CapitalRun } from '../names/capital-run';
import { isEponymTail } from '../names/clinical-words';
import { cueBefore, ENOUGH, hasCredential, weigh, type Cue } from '../names/name-evidence';
import { COURTESY, DEGREE, TITLES } from '../names/name-cues';
import { rememberNames, type KnownNames } from '../names/name-memory';
import { smallLetterName } from '../names/small-letter-names';
import type { Reading } from '../reading';
import { endOfMatch, type Findings, type Recognizer } from '../recognizer';
import { firstFrom } from '../window';

/** People: names with a cue, names of the lists beside other evidence, "Last, First", and every later mention of them. */
export const name: Recognizer = {
  name: 'name',
  category: 'NAME',
  inWindows(reading, windows, found) {
    const known: KnownNames = new Map();
    // index of the word that must be a name because of the name before it
    let given = -1;
    // index of the last word of the name before, and the run before if it was none
    let before = -1;
    let passed: CapitalRun | undefined;
    for (const run of capitalRuns(reading, windows)) {
      const told = run.first === given ? 'certain' : cueBefore(reading, run.first);
      const cue = (told === 'none' || told === 'lead') && isPeer(reading, before, run.first) ? 'peer' : told;
      const weights = weigh(reading, run, cue);
      const part =
        namePart(weights, run, reading) ?? (cue === 'certain' && isTitled(reading, run) ? run : undefined);
      if (part) {
        if (passed && isPeer(reading, passed.last, part.first) && mayBePeer(reading, passed))
          add(reading, passed, 'peer', known, found);
        passed = undefined;
        before = part.last;
        add(reading, part, cue, known, found);
        if (cue === 'certain' && part.last === run.last) {
          if (isBeforeGivenName(reading, part.last)) given = part.last + 1;
          else if (reading.words[part.first - 1]?.lower === 'drs') given = part.last + 2;
        }
      } else if (isLastFirst(reading, run)) {
        add(reading, run, cue, known, found);
        add(reading, { first: run.last + 1, last: run.last + 1 }, cue, known, found);
        before = run.last + 1;
        passed = undefined;
      } else passed = run;
    }
    for (const window of windows) {
      for (let at = firstFrom(reading.words, window.start); at < reading.words.length; at++) {
        if ((reading.words[at]?.start ?? 0) >= window.end) break;
        const words = smallLetterName(reading, at);
        for (const { lower } of words) known.set(lower, false);
        found.add(words[0]?.start ?? 0, words.at(-1)?.end ?? 0, 0.8);
      }
    }
    rememberNames(reading, known, found);
  },
};

function add(
  reading: Reading,
  { first, last }: CapitalRun,
  cue: Cue,
  known: KnownNames,
  found: Findings,
): void {
  const words = reading.words.slice(first, last + 1);
  for (const word of words) {
    if (isInitial(word) || word.lower.length < 3) continue;
    const { listing, alsoWord, word: isWord } = word.lexeme;
    const sure = words.length > 1 || cue === 'certain';
    if (alsoWord && !sure) continue;
    const needsCapital = alsoWord || isWord || (listing === 'none' && cue !== 'certain') || !sure;
    known.set(word.lower, needsCapital && known.get(word.lower) !== false);
  }
  const start = withTitle(reading, cue === 'certain' ? withParticles(reading, first) : first);
  const end = withHyphenated(reading, last);
  found.add(start, Math.max(end, endOfMatch(DEGREE, reading.text, end)), cue === 'certain' ? 0.92 : 0.75);
}

/** "Rivera and White", "Ana, Rose": what stands in a row with a name. */
function isPeer({ text, words }: Reading, before: number, first: number): boolean {
  const name = words[before];
  const word = words[first];
  if (name === undefined || word === undefined || first - before > 2 || word.start - name.end > 7)
    return false;
  return /^(?:,|,? (?:and|or)| ?&) $/.test(text.slice(name.end, word.start));
}

/** One word no list of words has, or a given name. */
function mayBePeer({ words }: Reading, { first, last }: CapitalRun): boolean {
  const word = words[first];
  return first === last && word !== undefined && (word.lexeme.novel || word.lexeme.listing === 'first');
}

/** "Hauta-aho": the end of a name with the part in small letters that a hyphen joins to it. */
function withHyphenated({ text, words }: Reading, last: number): number {
  const word = words[last];
  const next = words[last + 1];
  const end = word?.end ?? 0;
  const joined = next !== undefined && !next.capital && next.start === end + 1 && text[end] === '-';
  return joined && next.lexeme.novel ? next.end : end;
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
function namePart(weights: readonly number[], run: CapitalRun, { words }: Reading): CapitalRun | undefined {
  let first = weights.findIndex((weight) => weight >= ENOUGH);
  if (first < 0) return undefined;
  let last = weights.findLastIndex((weight) => weight >= ENOUGH);
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
  return given.lexeme.listing === 'first' && !given.lexeme.neverName;
}
