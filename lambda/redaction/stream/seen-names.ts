import { RedactionError } from '../errors';
import { outsideLabels } from '../label-walls';
import { isUpper, kindAt, LETTER } from '../letters';
import { lexemeOf } from '../lexeme';
import { normalize } from '../normalize';
import { partTitled } from '../operators/titled-name';
import type { Span } from '../span';

/** Most different words of names one memory holds: some 10 MB. */
export const MOST_SEEN_NAMES = 100_000;

const SHORTEST_WORD = 3;
// What stands in a name span beside the name itself
const NOT_NAMES = new Set(
  'mrs miss drs prof professor rev reverend sgt capt col maj hon nurse phd esq jnr snr van von der den del della dos das bin ibn ben ter ten'.split(
    ' ',
  ),
);
// Detectors that find a name because it was found before: an echo, not a second finding
const MEMORIES = new Set(['name-memory', 'seen-name']);

/** 'capital': only an occurrence with a capital counts. 'any': however it is written. */
type Mention = 'capital' | 'any';

interface Word {
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
}

/**
 * The words of names found so far in a stream or a session, so that later mentions are found without a cue. A word found
 * once counts only with its capital; found twice, or in a name written without capitals, it counts in any case, unless
 * it is an English word as well ("Rose"). Only words of three letters or more.
 *
 * The words are protected health information: they are held in memory alone, and no inspection, JSON or clone of
 * this object shows them.
 */
export class SeenNames {
  readonly #mentions = new Map<string, Mention>();
  #inAnyCase = 0;

  /** How many different words are held. */
  get size(): number {
    return this.#mentions.size;
  }

  /**
   * Takes the words of the NAME spans of a text; other spans, and those found by memory alone, are passed over.
   *
   * @throws RedactionError TOO_MANY_NAMES: forgetting one would let it through later, so it fails instead
   */
  learn(text: string, spans: readonly Span[]): void {
    for (const { start, end, category, detector } of spans) {
      if (category !== 'NAME' || MEMORIES.has(detector)) continue;
      const { name } = partTitled(normalize(text.slice(start, end)).text);
      const words = Array.from(wordsOf(name));
      const small = !words.some(({ capital }) => capital);
      for (const word of words) {
        // a small word beside a capital one is a particle: "van" in "Ana van Rivera"
        if (small || word.capital) this.#learnWord(name.slice(word.start, word.end).toLowerCase(), small);
      }
    }
  }

  /** Every mention of a word held, as NAME spans by the detector 'seen-name', in the order of the text. */
  find(text: string): Span[] {
    if (this.#mentions.size === 0) return [];
    const clean = normalize(text);
    const found: Span[] = [];
    for (const { start, end, capital } of wordsOf(clean.text)) {
      if (!capital && this.#inAnyCase === 0) continue;
      const mention = this.#mentions.get(clean.text.slice(start, end).toLowerCase());
      if (mention === undefined || (mention === 'capital' && !capital)) continue;
      found.push({
        start: clean.originalStart(start),
        end: clean.originalEnd(end),
        category: 'NAME',
        detector: 'seen-name',
        score: 0.7,
      });
    }
    return outsideLabels(text, found);
  }

  #learnWord(lower: string, small: boolean): void {
    if (NOT_NAMES.has(lower)) return;
    const mention = this.#mentions.get(lower);
    if (mention === 'any') return;
    if (mention === undefined && this.#mentions.size >= MOST_SEEN_NAMES) {
      throw new RedactionError(
        'TOO_MANY_NAMES',
        `more than ${MOST_SEEN_NAMES} different words of names; redact each document on its own`,
      );
    }
    const anyCase = (small || mention === 'capital') && !(lexemeOf(lower).alsoWord || lexemeOf(lower).word);
    if (anyCase) this.#inAnyCase++;
    this.#mentions.set(lower, anyCase ? 'any' : 'capital');
  }
}

/** Runs of letters with inner apostrophes, long enough to be held; a possessive 's is left out. */
function* wordsOf(clean: string): Generator<Word> {
  for (let at = 0; at < clean.length; at++) {
    if (kindAt(clean, at) !== LETTER) continue;
    const start = at;
    while (kindAt(clean, at) === LETTER || (clean[at] === "'" && kindAt(clean, at + 1) === LETTER)) at++;
    const possessive = clean[at - 2] === "'" && (clean[at - 1] === 's' || clean[at - 1] === 'S');
    const end = possessive ? at - 2 : at;
    if (end - start >= SHORTEST_WORD) yield { start, end, capital: isUpper(clean, start) };
  }
}
