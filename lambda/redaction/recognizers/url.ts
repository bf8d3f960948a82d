import { matchAt, type Recognizer } from '../recognizer';
import type { Span } from '../span';

const SCHEMES = [
  'http',
  'https',
  'ftp',
  'sftp',
  'ssh',
  's',
  'file',
  'gs',
  'ws',
  'wss',
  'www',
  'hxxp',
  'hxxps',
];
const FROM_SCHEME = /(?:[a-z]{1,6}\d?:\/\/|www\d?\.)[^\s\0<>"'`)\]}|]{1,2000}/iy;
// Top-level domains seen in clinical and everyday text; a two-letter one that is also a word ("is", "in", "it", "no") is left out
const TOP_LEVEL =
  'com org net edu gov mil io info biz health care clinic hospital app ai dev us uk ca de fr es eu au nz nl ch tv'.split(
    ' ',
  );
const HOST_SIGN = /[A-Za-z0-9.-]/;
const LONGEST_HOST = 253;
const PATH = /(?:\.[a-z]{2})?(?::\d{1,5})?(?:[/?#][^\s\0<>"'`)\]}|]{0,2000})?/iy;

export const url: Recognizer = {
  name: 'url',
  find(reading) {
    const { text, words, wordsNamed } = reading;
    const found: Span[] = [];
    const add = (start: number, end: number): void => {
      let last = end;
      while (last > start && /[.,;:!?]/.test(text.charAt(last - 1))) last--;
      found.push({ start, end: last, category: 'URL', detector: 'url', score: 0.92 });
    };
    for (const scheme of SCHEMES) {
      let covered = 0;
      for (const index of wordsNamed(scheme)) {
        const start = words[index]?.start ?? 0;
        if (start < covered) continue;
        const match = matchAt(FROM_SCHEME, text, start);
        if (match) add(start, (covered = start + match[0].length));
      }
    }
    let covered = 0;
    for (const domain of TOP_LEVEL) {
      covered = 0;
      for (const index of wordsNamed(domain)) {
        const word = words[index];
        if (word === undefined || text[word.start - 1] !== '.' || word.start < covered) continue;
        if (/[A-Za-z0-9]/.test(text.charAt(word.end)) || text[word.end] === '@') continue;
        const start = hostStart(text, word.start - 1);
        // "e.g.us" has no host in front; an address behind @ belongs to the e-mail recognizer
        if (word.start - 1 - start < 2 || text[start - 1] === '@') continue;
        covered = word.end + (matchAt(PATH, text, word.end)?.[0].length ?? 0);
        add(start, covered);
      }
    }
    return found;
  },
};

function hostStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_HOST && HOST_SIGN.test(text.charAt(start - 1))) start--;
  while (start < end && /[.-]/.test(text.charAt(start))) start++;
  return start;
}
