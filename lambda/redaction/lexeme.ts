import { EPONYMS, NEVER_NAMES, WORD_ENDING } from './names/clinical-words';
import { COUNTRIES, PEOPLES, REGIONS } from './lexicon/countries';
import { fold } from './lexicon/fold';
import { LEXICON } from './lexicon/lexicon';
import { hashOf } from './lexicon/xor-filter';
import { PRODUCT_NAMES } from './names/product-names';
import { RATHER_NAMES } from './names/rather-names';
import { STATE_NAMES } from './recognizers/us-states';

export type Listing = 'first' | 'surname' | 'none';

const CONTRACTION = /'(?:m|ve|ll|d|re|t|s)$/;
const VOWEL = /[aeiouyаеёиоуыэюяαεηιουω]/;
const LATIN = /^[a-z]+$/;
const SHORTEST_NAME = 2;
const SHORTEST_PLAIN_NAME = 4;
const SHORTEST_STEM = 5;
const PREFIX =
  /^(?:anti|auto|bi|cardio|contra|counter|cranio|de|dis|dys|electro|endo|extra|fibro|gastro|hemo|hyper|hypo|immuno|infra|inter|intra|kilo|macro|mega|meta|micro|mid|mis|mono|multi|musculo|myo|nano|neuro|non|normo|out|over|para|peri|photo|poly|post|pre|pseudo|psycho|quadri|radio|re|retro|semi|sub|super|supra|tele|thermo|trans|tri|ultra|un|under|up|uro|vaso|a)/;
const SUFFIXES = 's es ly ed d ing al ally able less ness like wise'.split(' ');
// Of a word no list holds: endings that surnames of the lists have now and then, and others hardly
const UNLISTED_ENDING =
  /(?:ly|isms?|ular|ar(?:ies|y)|(?<!v)ics?|ical|eal|oid|oids|ory|ories|ograph\w*|algias?|cephal\w*|scop\w*|ectom\w*|lith\w*|cyt\w*|phil(?:ic|ia)|phob\w*|gen(?:ous|esis)|iform|ose|ase|ases|yl|ide|ol|ene|ane|ine|cill\w*|mycin\w*|umab|zumab|stat|sis|i[sz]e[ds]?|i[sz]ing|pathic|plegic|genic)$/;

// Countries, regions, states and peoples are no identifiers; those that many people are called after stay names
const NAMES_TOO = new Set(
  'jordan chad israel georgia virginia carolina dakota montana india kenya asia cuba holland'.split(' '),
);
const STAYS = new Set([...COUNTRIES, ...REGIONS, ...PEOPLES, ...STATE_NAMES.map(fold)]);

/**
 * A word in small letters and what the lists know of it: one object for all its mentions, so that a list is asked once
 * a word and not once a mention.
 */
export class Lexeme {
  /** The list of names it stands on: given names, or else surnames. */
  readonly listing: Listing;
  /** A word of English or of medicine. */
  readonly word: boolean;
  /** "Rose", "Mark", "White": a common word as well as a name. */
  readonly alsoWord: boolean;
  /** A town by itself. */
  readonly city: boolean;
  /** Opens sentences, heads sections or names findings in clinical text; never a person. */
  readonly neverName: boolean;
  /** "Parkinson", "Foley": a person's name that mostly stands for a finding or a thing. */
  readonly eponym: boolean;
  /** Ends as words of medicine, drugs and everyday English do, and names hardly do. */
  readonly wordEnding: boolean;
  /** A given name that is no word at all, and so a name without a capital too: "pamela". */
  readonly plainName: boolean;
  /** No word we know and shaped like none: with a capital, a name more likely than not. */
  readonly novel: boolean;

  /** What a dispatcher has at this word: kept here because asking a map at every mention costs more than all else it does. */
  anchors: { readonly of: object; readonly calls: unknown } | undefined;

  constructor(readonly lower: string) {
    const plain = fold(lower);
    const contracted = CONTRACTION.test(plain);
    const joined = plain.replaceAll("'", '');
    let hash = hashOf(joined);
    let latin = joined.length >= SHORTEST_NAME && LATIN.test(joined);
    let listing = latin && !contracted ? listingOf(hash) : 'none';
    if (listing === 'none' && joined !== plain && !contracted) {
      // "d'angelo" may be on the lists as "angelo"
      const tail = plain.slice(plain.lastIndexOf("'") + 1);
      hash = hashOf(tail);
      latin = tail.length > SHORTEST_NAME && LATIN.test(tail);
      listing = latin ? listingOf(hash) : 'none';
    }
    this.listing = listing;
    this.word = contracted || (latin && LEXICON.word.hasHash(hash));
    this.alsoWord = listing !== 'none' && LEXICON.alsoWord.hasHash(hash) && !RATHER_NAMES.has(plain);
    this.city = latin && LEXICON.city.hasHash(hash);
    this.neverName =
      contracted ||
      NEVER_NAMES.has(lower) ||
      (listing === 'none' && PRODUCT_NAMES.has(plain)) ||
      (STAYS.has(plain) && !NAMES_TOO.has(plain));
    this.eponym = EPONYMS.has(plain) || (plain.endsWith('s') && EPONYMS.has(plain.slice(0, -1)));
    this.wordEnding = plain.length > 4 && WORD_ENDING.test(plain);
    this.plainName =
      listing === 'first' &&
      !this.word &&
      !this.alsoWord &&
      !this.neverName &&
      !this.eponym &&
      !this.wordEnding &&
      plain.length >= SHORTEST_PLAIN_NAME;
    this.novel =
      !this.word &&
      !isBuiltFromWord(plain) &&
      !(listing === 'none' && UNLISTED_ENDING.test(lower)) &&
      !this.neverName &&
      !this.eponym &&
      !this.wordEnding &&
      plain.length > SHORTEST_NAME &&
      VOWEL.test(plain);
  }
}

/** "afebrile", "noncontributory", "neurovascularly": a word of the list with something put before or after it. */
function isBuiltFromWord(plain: string): boolean {
  if (!LATIN.test(plain)) return false;
  const stems = SUFFIXES.filter((suffix) => plain.endsWith(suffix)).map((suffix) =>
    plain.slice(0, -suffix.length),
  );
  if (stems.some(isWord)) return true;
  return [plain, ...stems].some((stem) => {
    const prefix = PREFIX.exec(stem)?.[0];
    return prefix !== undefined && isWord(stem.slice(prefix.length));
  });
}

function isWord(plain: string): boolean {
  return plain.length >= SHORTEST_STEM && LEXICON.word.has(plain);
}

function listingOf(hash: number): Listing {
  if (LEXICON.first.hasHash(hash)) return 'first';
  return LEXICON.surname.hasHash(hash) ? 'surname' : 'none';
}

// Enough for the words of everyday notes. A word has WAYS places it may stand in, and the last is taken over when all are
// taken: memory is bounded, and no choice of words makes a look-up longer.
const SLOTS = 1 << 14;
const WAYS = 4;
export const FNV_OFFSET = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;

const table = Array<Lexeme | undefined>(SLOTS + WAYS).fill(undefined);

/** The lexeme of the ASCII word from `start` to `end`, whose FNV-1a hash in small letters is `hash`. */
export function lexemeAt(text: string, start: number, end: number, hash: number): Lexeme {
  const first = slotOf(hash);
  let slot = first;
  for (; slot < first + WAYS; slot++) {
    const lexeme = table[slot];
    if (lexeme === undefined) break;
    if (isSame(lexeme.lower, text, start, end)) return lexeme;
  }
  return remember(new Lexeme(text.slice(start, end).toLowerCase()), slot, first);
}

/** The lexeme of a word given in small letters. */
export function lexemeOf(lower: string): Lexeme {
  let hash = FNV_OFFSET;
  for (let at = 0; at < lower.length; at++) hash = Math.imul(hash ^ lower.charCodeAt(at), FNV_PRIME);
  const first = slotOf(hash);
  let slot = first;
  for (; slot < first + WAYS; slot++) {
    const lexeme = table[slot];
    if (lexeme === undefined) break;
    if (lexeme.lower === lower) return lexeme;
  }
  return remember(new Lexeme(lower), slot, first);
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function remember(lexeme: Lexeme, slot: number, first: number): Lexeme {
  table[Math.min(slot, first + WAYS - 1)] = lexeme;
  return lexeme;
}

/** Whether the text says the word, which is given in small letters. */
function isSame(lower: string, text: string, start: number, end: number): boolean {
  if (lower.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (lower.charCodeAt(at - start) !== (unit >= 65 && unit <= 90 ? unit | 32 : unit)) return false;
  }
  return true;
}
