import { createRedactor } from '../../../lambda/redaction/redactor';

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

// Generous, and the least of five: two shared cores, and a collection may fall into some of the runs. A square would be 4
const MOST_GROWTH = 3.4;
const SIZE = 25_000;

function cpuMs(text: string, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    redact(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test.each(HOSTILE)('time grows no faster than a text of %s', (_, unit) => {
  const text = unit.repeat(Math.ceil(SIZE / unit.length));
  redact(text.slice(0, 2000));
  const [once, twice] = [cpuMs(text, 5), cpuMs(text + text, 5)];
  expect(twice).toBeLessThan(Math.max(once, 8) * MOST_GROWTH);
});

test('a megabyte of hostile text takes bounded time', () => {
  const text = HOSTILE.map(([, unit]) => unit.repeat(Math.ceil(25_000 / unit.length))).join('\n');
  expect(text.length).toBeGreaterThan(900_000);
  expect(cpuMs(text, 1)).toBeLessThan(20_000);
});
