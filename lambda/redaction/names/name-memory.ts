import type { Reading } from '../reading';
import type { Findings } from '../recognizer';
import { isEponymTail } from './clinical-words';

/** Names found in a text, in small letters, and whether only a capital tells each from a word. */
export type KnownNames = Map<string, boolean>;

/**
 * Every further mention of a name found: "Rivera" after "Dr. Ana Rivera", "rivera" too. A name that may be a word
 * ("Rose", or one no list holds) counts only with its capital.
 */
export function rememberNames({ text, words, names }: Reading, found: Findings): void {
  if (names.size === 0) return;
  for (const word of words) {
    const needsCapital = names.get(word.lower);
    if (needsCapital === undefined || word.lexeme.neverName) continue;
    if ((needsCapital || word.lexeme.wordEnding) && !word.capital) continue;
    if (word.lexeme.eponym && isEponymTail(text, word.end)) continue;
    found.add(word.start, word.end, 0.7);
  }
}
