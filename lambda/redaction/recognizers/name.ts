import { NameSearch } from '../names/name-search';
import type { Recognizer } from '../recognizer';

/** What a word must weigh to be a name: a sure cue or a given name of the lists is enough. */
const ENOUGH = 2;
/** Half of that: a surname of the lists, or a word with a capital that stands beside one. */
const ENOUGH_WHEN_STRICT = 1;

const people = (enough: number): Recognizer => ({
  name: 'name',
  category: 'NAME',
  inWindows: (reading, windows, found) => new NameSearch(reading, found, enough).search(windows),
});

/** People: names with a cue, names of the lists beside other evidence, "Last, First", and every later mention of them. */
export const name = people(ENOUGH);

/** The same on less evidence: finds more names, and takes more words for names. */
export const strictName = people(ENOUGH_WHEN_STRICT);
