import { NameSearch } from '../names/name-search';
import type { Recognizer } from '../recognizer';

/** People: names with a cue, names of the lists beside other evidence, "Last, First", and every later mention of them. */
export const name: Recognizer = {
  name: 'name',
  category: 'NAME',
  inWindows: (reading, windows, found) => new NameSearch(reading, found).search(windows),
};
