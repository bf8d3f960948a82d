/** Units that must follow before a reading is final: what recognizers look for behind an identifier is nearer. */
export const LOOKAHEAD = 40;
/** Units held back at most for words that may still become an identifier. */
export const LONGEST_TAIL = 256;

const CLOSED_WORD = /^["'(]?[a-z][a-z'-]*[,;:.!?)"']*$/;
// Small words inside names of people, houses and days: what stands before them may go on behind them
const CONNECTORS = new Set(
  'of the and for at in on to a de da del della van von der den la le di dos das do du el al bin ibn ben y st ter ten dot dr mr mrs ms prof'.split(
    ' ',
  ),
);

/**
 * How much of a pending text is closed: no later text can make it a part of an identifier, by a look at its shape alone.
 * It closes behind a line, or a plain word in small letters, that is followed by enough text. Runs of capital words,
 * figures and the words between them stay open, up to a limit at which recognizers have long seen all they look at.
 */
export function closedLength(pending: string): number {
  const latest = pending.length - LOOKAHEAD;
  const forced = Math.max(0, pending.length - LONGEST_TAIL);
  let end = latest;
  while (end > forced) {
    // `end` stands behind white space, or is moved there
    const gap = lastGap(pending, end);
    if (gap <= forced) break;
    if (pending[gap - 1] === '\n') return gap;
    const wordStart = lastGap(pending, gap - 1);
    const word = pending.slice(wordStart, gap - 1);
    if (CLOSED_WORD.test(word) && !CONNECTORS.has(word.replaceAll(/[^a-z]/g, ''))) return gap;
    end = gap - 1;
  }
  return forced === 0 ? 0 : lastGap(pending, forced) || forced;
}

/** Behind the last white space before `end`, or 0. */
function lastGap(text: string, end: number): number {
  let at = end;
  while (at > 0 && !/\s/.test(text.charAt(at - 1))) at--;
  return at;
}
