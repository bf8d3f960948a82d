import type { Reading } from '../reading';
import { atEach, type Findings, type Recognizer } from '../recognizer';

const DIGIT_WORDS = new Set('zero oh one two three four five six seven eight nine'.split(' '));
const MULTIPLES = new Set(['double', 'triple']);
// A telephone number has seven digits at least; a dose or a score said digit by digit has fewer
const LEAST = 7;
const MOST = 20;
const LONGEST_GAP = 3;

/** "three one two, five five five, oh one eight seven": a number said digit by digit, as dictation and captions write it. */
export const spokenNumber: Recognizer = {
  name: 'spoken-number',
  category: 'PHONE',
  atWords: atEach([...DIGIT_WORDS, ...MULTIPLES], spoken),
};

function spoken({ text, words }: Reading, at: number, found: Findings): void {
  const first = words[at];
  if (first === undefined || first.start < found.covered) return;
  let last = at;
  let digits = DIGIT_WORDS.has(first.lower) ? 1 : 0;
  for (let next = at + 1; next < at + MOST; next++) {
    const word = words[next];
    const before = words[next - 1];
    if (word === undefined || before === undefined || word.start - before.end > LONGEST_GAP) break;
    if (!/^[ ,.-]+$/.test(text.slice(before.end, word.start))) break;
    if (MULTIPLES.has(word.lower)) continue;
    if (!DIGIT_WORDS.has(word.lower)) break;
    digits += MULTIPLES.has(before.lower) ? 2 : 1;
    last = next;
  }
  if (digits >= LEAST) found.add(first.start, words[last]?.end ?? first.end, 0.7);
}
