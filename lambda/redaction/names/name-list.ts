import { BloomFilter } from './bloom-filter';
import packed from './name-list.json';

const filterOf = ({ bits, probes }: { bits: string; probes: number }): BloomFilter =>
  new BloomFilter(Buffer.from(bits, 'base64'), probes);

const firstNames = filterOf(packed.first);
const surnames = filterOf(packed.surname);
const alsoWords = filterOf(packed.alsoWord);

export type Listing = 'first' | 'surname' | 'none';

export interface ListedName {
  readonly listing: Listing;
  /** "Rose", "Mark", "White": an English word as well. */
  readonly alsoWord: boolean;
}

// English words too, but with a capital far more often a person
const RATHER_NAMES = new Set(
  'jack martin frank victor peter maria sally harry bob bill jean carol robin sandy dean nick rob charlie ruby iris mark ray gene ruth anna jerry larry barry danny bobby billy andy tommy teddy ted ben sam joe dan don ron ken tim jim tom max leo lee kay pam sue meg peg ann eve john johnny johns jimmy jenny molly polly terry josh marion alma victoria charlotte virginia georgia carolina diego martha oscar henry'.split(
    ' ',
  ),
);
const LATIN_ONLY = /^[a-z]+$/;
const NOT_LISTED: ListedName = { listing: 'none', alsoWord: false };
const known = new Map<string, ListedName>();
const MOST_KNOWN = 4096;

/** Looks a word in small letters up in lists of names used in the United States. "José" is found as "jose". */
export function lookUpName(lower: string): ListedName {
  const seen = known.get(lower);
  if (seen) return seen;
  const found = lookUp(lower);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(lower, found);
  return found;
}

function lookUp(lower: string): ListedName {
  // "o'brien" is in the lists as "obrien" or "brien"
  const apostrophe = lower.indexOf("'");
  if (apostrophe >= 0) {
    const joined = lookUp(lower.replaceAll("'", ''));
    return joined.listing === 'none' ? lookUp(lower.slice(lower.lastIndexOf("'") + 1)) : joined;
  }
  const plain = lower.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');
  if (plain.length < 3 || !LATIN_ONLY.test(plain)) return NOT_LISTED;
  const listing = firstNames.has(plain) ? 'first' : surnames.has(plain) ? 'surname' : 'none';
  return listing === 'none'
    ? NOT_LISTED
    : { listing, alsoWord: alsoWords.has(plain) && !RATHER_NAMES.has(plain) };
}
