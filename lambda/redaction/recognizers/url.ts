import type { Reading } from '../reading';
import { atEach, endOfMatch, type Findings, type Recognizer } from '../recognizer';

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
  category: 'URL',
  atWords: new Map([...atEach(SCHEMES, fromScheme), ...atEach(TOP_LEVEL, fromTopLevel)]),
};

function fromScheme({ text, words }: Reading, at: number, found: Findings): void {
  const start = words[at]?.start ?? 0;
  if (start < found.covered) return;
  add(found, text, start, endOfMatch(FROM_SCHEME, text, start));
}

function fromTopLevel({ text, words }: Reading, at: number, found: Findings): void {
  const word = words[at];
  if (word === undefined || text[word.start - 1] !== '.' || word.start < found.covered) return;
  if (/[A-Za-z0-9]/.test(text.charAt(word.end)) || text[word.end] === '@') return;
  const start = hostStart(text, word.start - 1);
  // "e.g.us" has no host in front; an address behind @ belongs to the e-mail recognizer
  if (word.start - 1 - start < 2 || text[start - 1] === '@') return;
  add(found, text, start, Math.max(word.end, endOfMatch(PATH, text, word.end)));
}

function add(found: Findings, text: string, start: number, end: number): void {
  let last = end;
  while (last > start && /[.,;:!?]/.test(text.charAt(last - 1))) last--;
  found.add(start, last, 0.92);
}

function hostStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_HOST && HOST_SIGN.test(text.charAt(start - 1))) start--;
  while (start < end && /[.-]/.test(text.charAt(start))) start++;
  return start;
}
