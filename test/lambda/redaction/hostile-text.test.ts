import { createRedactor } from '../../../lambda/redaction/redactor';
import { cpuMs } from '../../support/cpu-time';

const { redact } = createRedactor();

// What makes patterns backtrack or walk: long runs of what they repeat, with the end they need missing
const HOSTILE: readonly (readonly [string, string])[] = [
  ['letters', 'a'],
  ['capitals', 'A'],
  ['capital words', 'Aa '],
  ['names', 'John '],
  ['initials', 'J. '],
  ['titles', 'Dr. '],
  ['digits', '1'],
  ['digits and dashes', '1-'],
  ['digits and dots', '1.'],
  ['digits and slashes', '1/'],
  ['digits and spaces', '1 '],
  ['local parts', 'a.'],
  ['at signs', '@'],
  ['addresses', 'a@'],
  ['colons', ':'],
  ['hex groups', 'ab:'],
  ['slashes', 'http://'],
  ['domains', 'a.com'],
  ['cues', 'MRN '],
  ['cues with fillers', 'MRN number is on file the '],
  ['social', 'social security number is the '],
  ['phone cues', 'phone number is '],
  ['open brackets', '(312'],
  ['months', 'March 3 and '],
  ['streets', '12 Oak '],
  ['hospitals', 'Oak Hospital '],
  ['saints', 'St. Mary '],
  ['care', 'seen at '],
  ['labels', '[NAME]'],
  ['half labels', '[NAME'],
  ['zero-width signs', '\u200b'],
  ['zero-width signs in digits', '1\u200b'],
  ['lookalikes', 'аa'],
  ['combining marks', 'e\u0301'],
  ['emoji', '😀'],
  ['lone surrogates', '\ud800'],
  ['new lines', '\n'],
  ['ages', '94 '],
  ['comma names', 'Rivera, Ana, '],
  ['SSNs side by side', '512-45-7788-'],
];

// Of processor time, so that neighbours do not count, and the least of some runs, as a collection may fall into any. A square
// of one step for each two units of text would be above 3.6
const MOST_GROWTH = 3.4;
/** Growth that is no square however unlucky the runs were: no more of them are needed. */
const CLEAR_GROWTH = 2.6;
const MOST_RUNS = 5;
/** Below this a difference is not worth a word. */
const LEAST_MS = 8;
const SIZE = 16_000;

/** How many times as long a text takes that is twice as long. */
function growthOf(text: string): number {
  let [once, twice] = [Infinity, Infinity];
  let growth = Infinity;
  for (let run = 1; run <= MOST_RUNS; run += 1) {
    once = Math.min(
      once,
      cpuMs(() => redact(text)),
    );
    twice = Math.min(
      twice,
      cpuMs(() => redact(text + text)),
    );
    growth = twice / Math.max(once, LEAST_MS);
    // one run alone may have been slow for the shorter text only
    if (growth < CLEAR_GROWTH && (run > 1 || twice < LEAST_MS * CLEAR_GROWTH)) break;
  }
  return growth;
}

test.each(HOSTILE)('time grows no faster than a text of %s', (_, unit) => {
  const text = unit.repeat(Math.ceil(SIZE / unit.length));
  redact(text.slice(0, 2000));
  expect(growthOf(text)).toBeLessThan(MOST_GROWTH);
});

test('a megabyte of hostile text takes bounded time', () => {
  const text = HOSTILE.map(([, unit]) => unit.repeat(Math.ceil(25_000 / unit.length))).join('\n');
  expect(text.length).toBeGreaterThan(900_000);
  expect(cpuMs(() => redact(text))).toBeLessThan(20_000);
});
