import type { Category } from './category';
import type { Reading } from './reading';
import type { Span } from './span';
import type { Window } from './window';

/** What a recognizer does at one anchor: looks around it, within REACH, and adds what it finds. */
export type AnchorHandler = (reading: Reading, at: number, found: Findings) => void;

/**
 * Finds one kind of identifier. It says which anchors of a reading it starts from; the text is read once for all
 * recognizers and each is called at its own anchors only, so no text is searched twice. Handlers are pure and look a
 * bounded distance around their anchor: together that is what keeps detection linear.
 */
export interface Recognizer {
  readonly name: string;
  readonly category: Category;
  /** Words in small letters; `at` is an index of `reading.words`. */
  readonly atWords?: ReadonlyMap<string, AnchorHandler>;
  /** Every run of digits; `at` is an index of `reading.digits`. */
  readonly atDigits?: AnchorHandler;
  /** Every word with a capital; `at` is an index of `reading.words`. */
  readonly atCapitals?: AnchorHandler;
  /** Signs of SIGNS; `at` is an offset of the text. */
  readonly atSigns?: ReadonlyMap<string, AnchorHandler>;
  /** For what no single anchor shows: a name remembered in the whole text. Starts only at anchors in the windows. */
  readonly inWindows?: (reading: Reading, windows: readonly Window[], found: Findings) => void;
}

/**
 * How far ahead of its anchor a recognizer's verdict may depend on the text, in UTF-16 units: anchors that far before a wall
 * are looked at again. Only the end of what it has found may lie further: a URL goes on until its last sign, and the
 * lines of an address until its postal code.
 */
export const REACH_AHEAD = 160;

/** How far behind its anchor. */
export const REACH_BACK = 64;

/** The spans one recognizer found in one reading. */
export class Findings {
  /** Where the last span added ends: anchors before it are in it. */
  covered = 0;

  constructor(
    private readonly recognizer: Pick<Recognizer, 'name' | 'category'>,
    private readonly spans: Span[],
  ) {}

  add(
    start: number,
    end: number,
    score: number,
    category: Category = this.recognizer.category,
    detector: string = this.recognizer.name,
  ): void {
    if (end <= start) return;
    if (end > this.covered) this.covered = end;
    this.spans.push({ start, end, category, detector, score });
  }
}

/** The same handler for each of some words. */
export function atEach(words: Iterable<string>, handler: AnchorHandler): Map<string, AnchorHandler> {
  return new Map(Array.from(words, (word) => [word, handler]));
}

/** Runs a sticky pattern at one place. Patterns are sticky so that none ever scans. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** Where a sticky pattern that begins at `index` ends, or -1: for patterns whose groups nobody needs. */
export function endOfMatch(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
