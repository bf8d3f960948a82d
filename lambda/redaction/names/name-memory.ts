import type { Reading } from '../reading';
import type { Span } from '../span';
import { endsLikeAWord, isClinicalWord, isEponym, isEponymTail } from './clinical-words';

/**
 * Every further mention of a name found: "Rivera" after "Dr. Ana Rivera", "rivera" too. A name that may be a word
 * ("Rose", or one no list holds) counts only with its capital.
 */
export function rememberNames(
  { text, words, wordsNamed }: Reading,
  known: ReadonlyMap<string, boolean>,
): Span[] {
  const found: Span[] = [];
  for (const [lower, needsCapital] of known) {
    if (isClinicalWord(lower)) continue;
    for (const at of wordsNamed(lower)) {
      const word = words[at];
      if (word === undefined || ((needsCapital || endsLikeAWord(lower)) && !word.capital)) continue;
      if (isEponym(lower) && isEponymTail(text, word.end)) continue;
      found.push({ start: word.start, end: word.end, category: 'NAME', detector: 'name-memory', score: 0.7 });
    }
  }
  return found;
}
