import packed from './lexicon.json';
import { XorFilter, type Packing } from './xor-filter';

/** Lists of folded words (`fold`). Each may hold a word it was not given, see `XorFilter`; none misses one it was. */
export interface Lexicon {
  /** Given names, of two letters or more; the parts of a name of several words. 1 in 256 other words is taken for one. */
  readonly first: XorFilter;
  /** Surnames; "O'Brien" is "obrien". 1 in 64. */
  readonly surname: XorFilter;
  /** Words of English, of medicine, and drugs: a capital on them is no evidence of a name. Names that are words too. 1 in 256. */
  readonly word: XorFilter;
  /** Names that are common English words: "rose", "mark"; and words the name lists take by accident. 1 in 64. */
  readonly alsoWord: XorFilter;
  /** Places by name, with single spaces and no full stops: "st louis". 1 in 128. */
  readonly city: XorFilter;
}

const listOf = ({ table, ...packing }: Packing & { readonly table: string }): XorFilter =>
  new XorFilter(Buffer.from(table, 'base64'), packing);

export const LEXICON: Lexicon = {
  first: listOf(packed.first),
  surname: listOf(packed.surname),
  word: listOf(packed.word),
  alsoWord: listOf(packed.alsoWord),
  city: listOf(packed.city),
};
