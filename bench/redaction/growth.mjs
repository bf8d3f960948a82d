// How our time grows with the text, in a process of its own: node growth.mjs ENGINE.js NOTES.json [quick]
// Prints JSON. Notes: the same kind of text from 10 KB to 10 MB. Hostile: what makes patterns backtrack or walk.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [engine, notesFile, quick] = process.argv.slice(2);
const { createRedactor } = createRequire(import.meta.url)(engine);
const { redact } = createRedactor();
const notes = JSON.parse(readFileSync(notesFile, 'utf8'));

function leastMs(text, runs) {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    redact(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function textOf(bytes) {
  const pieces = [];
  for (let length = 0, next = 0; length < bytes; next += 1) {
    const note = notes[next % notes.length];
    pieces.push(note);
    length += note.length + 2;
  }
  return pieces.join('\n\n').slice(0, bytes);
}

const HOSTILE = {
  digits: '1',
  'digits and dashes': '1-',
  'digits and spaces': '1 ',
  capitals: 'A',
  'capital words': 'Aa ',
  'capitals and stops': 'A. ',
  'at signs': '@',
  'local parts': 'a.@',
  'open brackets': '(',
  'open square brackets': '[',
  'labels cut off': '[NAME:',
  spaces: ' ',
  'new lines': '\n',
  'zero-width signs': '\u200b',
  'zero-width signs in digits': '1\u200b',
  'lookalike letters': 'аa',
  slashes: 'http://',
  'house numbers': '12 Oak ',
  hospitals: 'Oak Hospital ',
  cues: 'MRN number is the ',
  months: 'March 3 and ',
  'names on names': 'Rivera, Ana, ',
};

// the whole engine compiled before the first number counts
for (let round = 0; round < 30; round += 1) redact(textOf(10_000));

const curve = [];
const most = quick ? 1_280_000 : 10_240_000;
for (let bytes = 10_000; bytes <= most; bytes *= 2)
  curve.push({ bytes, ms: leastMs(textOf(bytes), bytes > 1_000_000 ? 2 : 5) });

// four sizes, three doublings: the mean of the three says how time grows; a square would be 4. What is fast starts larger,
// because the clock and a collection are not; what seems to grow is looked at again, because a neighbour passes and a
// square does not
const LEAST_MS = 12;
const MOST_START = 800_000;
const SUSPICIOUS = 2.3;
const hostile = Object.entries(HOSTILE).map(([name, unit]) => {
  const sized = (size) => unit.repeat(Math.ceil(size / unit.length));
  let start = quick ? 20_000 : 50_000;
  redact(sized(start));
  while (leastMs(sized(start), 1) < LEAST_MS && start < MOST_START) start *= 2;
  const look = () => {
    const times = [1, 2, 4, 8].map((factor) => leastMs(sized(start * factor), 3));
    return { name, ms: times.at(-1), growth: Math.cbrt(times.at(-1) / times[0]) };
  };
  const first = look();
  if (first.growth < SUSPICIOUS) return first;
  const second = look();
  return second.growth < first.growth ? second : first;
});

process.stdout.write(JSON.stringify({ curve, hostile }));
