import type { Reading } from './reading';
import type { Span } from './span';

/**
 * Finds one kind of identifier. `find` is pure, and linear in the text: it starts only at words, digits or signs
 * that the reading lists, and looks a bounded distance from each.
 */
export interface Recognizer {
  readonly name: string;
  find(reading: Reading): Span[];
}

/** Runs a sticky pattern at one place. Patterns are sticky so that none ever scans. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
