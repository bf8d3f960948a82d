import { RedactionError } from '../errors';
import { outsideLabels } from '../label-walls';
import { lookUpName } from '../names/name-list';
import { normalize } from '../normalize';
import type { Span } from '../span';

/** Most different words of names one memory holds: some 10 MB. */
export const MOST_SEEN_NAMES = 100_000;

const WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu;
const POSSESSIVE = /'s$/i;
const FIRST_CAPITAL = /^\p{Lu}/u;
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
      const words = Array.from(wordsOf(normalize(text.slice(start, end)).text), ({ word }) => word);
      const small = !words.some((word) => FIRST_CAPITAL.test(word));
      for (const word of words) {
        // a particle: "van" in "Ana van Rivera"
        if (!small && !FIRST_CAPITAL.test(word)) continue;
        this.#learnWord(word.toLowerCase(), small);
      }
    }
  }

  /** Every mention of a word held, as NAME spans by the detector 'seen-name', in the order of the text. */
  find(text: string): Span[] {
    if (this.#mentions.size === 0) return [];
    const clean = normalize(text);
    const found: Span[] = [];
    for (const { word, start } of wordsOf(clean.text)) {
      const mention = this.#mentions.get(word.toLowerCase());
      if (mention === undefined || (mention === 'capital' && !FIRST_CAPITAL.test(word))) continue;
      found.push({
        start: clean.originalStart(start),
        end: clean.originalEnd(start + word.length),
        category: 'NAME',
        detector: 'seen-name',
        score: 0.7,
      });
    }
    return outsideLabels(text, found);
  }

  #learnWord(lower: string, small: boolean): void {
    if (lower.length < SHORTEST_WORD || NOT_NAMES.has(lower)) return;
    const known = this.#mentions.has(lower);
    if (!known && this.#mentions.size >= MOST_SEEN_NAMES) {
      throw new RedactionError(
        'TOO_MANY_NAMES',
        `more than ${MOST_SEEN_NAMES} different words of names; redact each document on its own`,
      );
    }
    const anyCase = (small || known) && !lookUpName(lower).alsoWord;
    if (anyCase || !known) this.#mentions.set(lower, anyCase ? 'any' : 'capital');
  }
}

function* wordsOf(clean: string): Generator<{ readonly word: string; readonly start: number }> {
  for (const { 0: whole, index } of clean.matchAll(WORD)) {
    yield { word: whole.replace(POSSESSIVE, ''), start: index };
  }
}
