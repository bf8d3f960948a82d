import { capitalRuns, isInitial, mayBeName, withParticles, type CapitalRun } from '../names/capital-run';
import { isClinicalWord, isEponym, isEponymTail } from '../names/clinical-words';
import { lookUpName } from '../names/name-list';
import { cueBefore, ENOUGH, hasCredential, weigh, type Cue } from '../names/name-evidence';
import { TITLES } from '../names/name-cues';
import { rememberNames } from '../names/name-memory';
import { smallLetterNames } from '../names/small-letter-names';
import type { Reading } from '../reading';
import type { Recognizer } from '../recognizer';
import type { Span } from '../span';

/** People: names with a cue, names of the lists beside other evidence, "Last, First", and every later mention of them. */
export const name: Recognizer = {
  name: 'name',
  find(reading) {
    const found: Span[] = [];
    // each word of a name found, and whether only its capital tells it from a word
    const known = new Map<string, boolean>();
    // index of the word that must be a name because of the name before it
    let given = -1;
    for (const run of capitalRuns(reading)) {
      const cue = run.first === given ? 'certain' : cueBefore(reading, run.first);
      const weights = weigh(reading, run, cue);
      const part =
        namePart(weights, run, reading) ?? (cue === 'certain' && isTitled(reading, run) ? run : undefined);
      if (part) {
        found.push(span(reading, part, cue, known));
        if (cue === 'certain' && part.last === run.last) {
          if (isBeforeGivenName(reading, part.last)) given = part.last + 1;
          else if (reading.words[part.first - 1]?.lower === 'drs') given = part.last + 2;
        }
      } else found.push(...lastFirst(reading, run, cue, known));
    }
    for (const words of smallLetterNames(reading)) {
      for (const { lower } of words) known.set(lower, false);
      found.push({
        start: words[0]?.start ?? 0,
        end: words.at(-1)?.end ?? 0,
        category: 'NAME',
        detector: 'name',
        score: 0.8,
      });
    }
    return [...found, ...rememberNames(reading, known)];
  },
};

function span(reading: Reading, { first, last }: CapitalRun, cue: Cue, known: Map<string, boolean>): Span {
  const words = reading.words.slice(first, last + 1);
  for (const word of words) {
    if (isInitial(word) || word.lower.length < 3) continue;
    const { listing, alsoWord } = lookUpName(word.lower);
    if (alsoWord && words.length === 1 && cue !== 'certain') continue;
    known.set(word.lower, alsoWord || listing === 'none' || (words.length === 1 && cue !== 'certain'));
  }
  const start = reading.words[cue === 'certain' ? withParticles(reading, first) : first]?.start ?? 0;
  return {
    start,
    end: words.at(-1)?.end ?? start,
    category: 'NAME',
    detector: 'name',
    score: cue === 'certain' ? 0.92 : 0.75,
  };
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
function lastFirst(reading: Reading, run: CapitalRun, cue: Cue, known: Map<string, boolean>): Span[] {
  const { text, words } = reading;
  const last = words[run.last];
  const given = words[run.last + 1];
  if (last === undefined || given === undefined || run.last - run.first > 1 || !mayBeName(reading, given))
    return [];
  if (!/^,[ ]?$/.test(text.slice(last.end, given.start)) || isInitial(last)) return [];
  const surname = lookUpName(last.lower);
  const first = lookUpName(given.lower);
  const likely = first.listing === 'first' && (!first.alsoWord || surname.listing !== 'none');
  if (
    !likely ||
    surname.listing === 'none' ||
    isEponym(last.lower) ||
    isEponymTail(text, given.end) ||
    isClinicalWord(given.lower)
  ) {
    return [];
  }
  return [
    span(reading, run, cue, known),
    span(reading, { first: run.last + 1, last: run.last + 1 }, cue, known),
  ];
}
