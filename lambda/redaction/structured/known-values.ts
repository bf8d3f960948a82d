import type { Category } from '../category';
import type { Span } from '../span';
import { LABEL_SOURCE, withoutLabels } from '../label-walls';

interface Known {
  readonly category: Category;
  readonly detector: string;
  /** Also a word ("Will"), or short ("Li"): only with a capital is it this value. */
  readonly needsCapital: boolean;
}

// Signs that are not seen may stand in a word, and do not part it
const SIGN = String.raw`[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]`;
const LABEL_OR_TOKEN = new RegExp(`${LABEL_SOURCE}|${SIGN}+(?:['\u2019-]${SIGN}+)*`, 'gu');
const NAME_WORD = /[\p{L}\p{M}]+(?:['\u2019-][\p{L}\p{M}]+)*/gu;
const PARTS = /[^'\u2019-]+/gu;
const BETWEEN_NAMES = /^[ ]?,?[ ]$/;
const MEMORY = 'document-memory';
const LONGEST_TOKEN = 256;
const MOST_NAME_WORDS = 8;

// Of names, but of no one person
const NO_NAMES = new Set(
  'dr mr mrs ms mx miss prof sir md phd do rn np pa lpn dds dvm esq jr sr ii iii iv de del della der den van von la le da dos das di du el al bin ibn and of the name unknown test patient'.split(
    ' ',
  ),
);
const ALSO_WORDS = new Set(
  'will may mark rose grace hope faith joy art bill white black brown green gray young long short good best small little price love bush hill lake field fields wood woods stone banks park parks west north east south day days week winter summer spring autumn april june august sunday monday king prince case chase page read reading ward care head foot hand heart back bone pain cold fever star drew pat rich sue bob jack jean ray dean gene gay ace bear fox wolf bird moore early late strong sharp power powers root berry rice bean beans pepper salt sugar cherry angel christian major minor china iris violet ivy lily olive daisy basil ginger cook baker miller carter mason hunter fisher porter potter taylor weaver'.split(
    ' ',
  ),
);

/**
 * Values that fields of a document gave: names, numbers, towns. Found as whole words in every text of the same document, in
 * one pass with one look-up a word, so that time grows with the text and not with what is known.
 */
export class KnownValues {
  readonly #known = new Map<string, Known>();

  /** A name of a person. A text of more words than a name has is none, whatever field it stands in. */
  addName(name: string): void {
    const words = withoutLabels(name).match(NAME_WORD) ?? [];
    if (words.length > MOST_NAME_WORDS) return;
    for (const word of words) {
      this.#addNameWord(word);
      if (/['\u2019-]/.test(word)) for (const [part] of word.matchAll(PARTS)) this.#addNameWord(part);
    }
  }

  /** A number or code. Shorter than five signs it could be any number, and is left to the engine. */
  addCode(category: Category, code: string): void {
    const key = keyOf(code);
    if (key.length < 5 || key.length > LONGEST_TOKEN || !/\d/.test(key)) return;
    const known = { category, detector: MEMORY, needsCapital: false };
    this.#known.set(key, known);
    if (category === 'PHONE' && /^\d{10,11}$/.test(key)) this.#known.set(key.slice(-7), known);
  }

  /** A ZIP code. */
  addZip(zip: string): void {
    const key = keyOf(zip);
    if (key.length < 5 || key.length > LONGEST_TOKEN || !/\d/.test(key) || this.#known.has(key)) return;
    this.#known.set(key, { category: 'GEO', detector: 'place', needsCapital: false });
  }

  /** A town of one word. */
  addTown(town: string): void {
    const key = keyOf(town);
    if (!/^[\p{L}\p{M}]{4,}$/u.test(town.trim()) || this.#known.has(key)) return;
    this.#known.set(key, { category: 'GEO', detector: 'place', needsCapital: true });
  }

  find(text: string): Span[] {
    const found: Span[] = [];
    if (this.#known.size === 0) return found;
    for (const match of text.matchAll(LABEL_OR_TOKEN)) {
      const [token] = match;
      if (token.startsWith('[') || token.length > LONGEST_TOKEN) continue;
      const known = this.#lookUp(token);
      if (known) push(found, text, match.index, token.length, known);
      else {
        for (const part of token.matchAll(PARTS)) {
          const known = part[0] === token ? undefined : this.#lookUp(part[0]);
          if (known) push(found, text, match.index + part.index, part[0].length, known);
        }
      }
    }
    return found;
  }

  #addNameWord(word: string): void {
    const key = keyOf(word);
    if (key.length < 2 || key.length > LONGEST_TOKEN || NO_NAMES.has(key)) return;
    this.#known.set(key, {
      category: 'NAME',
      detector: MEMORY,
      needsCapital: key.length < 4 || ALSO_WORDS.has(key),
    });
  }

  #lookUp(token: string): Known | undefined {
    const known = this.#known.get(keyOf(token));
    return known?.needsCapital === true && !/^\p{Lu}/u.test(token) ? undefined : known;
  }
}

/** "José", "JOSE" and "Jos\u00e9" are one word; so are "A-123 45" and "a12345". */
function keyOf(value: string): string {
  const plain = /^[\x20-\x7e]*$/.test(value) ? value : value.normalize('NFKD');
  return plain.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

function push(found: Span[], text: string, start: number, length: number, known: Known): void {
  const last = found.at(-1);
  const { category, detector } = known;
  const joins =
    last?.category === 'NAME' && category === 'NAME' && BETWEEN_NAMES.test(text.slice(last.end, start));
  if (joins) found.pop();
  found.push({
    start: joins ? last.start : start,
    end: start + length,
    category,
    detector,
    score: 1,
  });
}
