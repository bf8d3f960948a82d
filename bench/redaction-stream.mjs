// What streaming costs. (1) MB per second of CPU and live memory while a text grows, beside redacting it whole in the same
// run: the goal is that neither changes with the size. (2) A model's answer, token by token: characters that must come in
// before the first leaves, and characters held back after each token, for prose and for a form of headings and values.
//   npm run bench:redaction-stream      SIZES (MB) and ANSWERS in the environment change the load
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';

const SIZES = (process.env.SIZES ?? '1,4,16').split(',').map(Number);
const ANSWERS = Number(process.env.ANSWERS ?? 200);
// how much slower the longest text may be per MB than the shortest
const GOAL_GROWTH = 1.3;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const outfile = path.join(root, '.cache', 'bench-redaction-stream.cjs');
await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { createRedactor } from './lambda/redaction/redactor';
      export { redactStream } from './lambda/redaction/stream/redact-stream';
      export { createTokenStreamRedactor } from './lambda/redaction/stream/token-stream';`,
    resolveDir: root,
  },
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
});
const { createRedactor, redactStream, createTokenStreamRedactor } = createRequire(import.meta.url)(outfile);
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

let state = 7;
const below = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const pick = (list) => list[below(list.length)];
const digits = (length) => Array.from({ length }, () => below(10)).join('');

const GIVEN = ['Ana', 'Jonah', 'Priya', 'Marlowe', 'Tomasz', 'Björn'];
const SURNAMES = ['Rivera', 'Quillfeather', 'Okonkwo', 'Vantongeren', 'Zelenko'];
const person = () => `${pick(GIVEN)} ${pick(SURNAMES)}`;
const day = () => `${1 + below(12)}/${1 + below(28)}/${1990 + below(36)}`;
const PROSE = [
  () =>
    `Dr. ${person()} saw the patient on ${day()} because the cough had not improved over the last two weeks. `,
  () => 'The lungs are clear on both sides and there is no swelling of the legs. ',
  () =>
    `She takes metformin ${pick([500, 850, 1000])} mg twice a day and tolerates it well, without any nausea. `,
  () => `The MRI of the lumbar spine shows mild stenosis at L4-L5, unchanged since the study of ${day()}. `,
  () => 'We talked about diet, exercise and the warning signs that should bring her back sooner. ',
  () => `Her daughter ${pick(GIVEN)} can be reached at 312-555-${digits(4)} in the evening. `,
  () => 'Blood pressure was 128/76, the heart rate 72 and regular, and the oxygen saturation 98%. ',
  () => `He lives at ${1 + below(999)} Maple Avenue, Springfield, IL ${digits(5)}, with his wife. `,
  () => 'No change of the plan is needed today; a repeat of the blood count in three months is enough.\n\n',
];
const FORM = [
  () => `Patient: ${person()}\nMRN: ${digits(7)}\nDOB: ${day()}\n`,
  () => `Phone: 312-555-${digits(4)}\nEmail: u${digits(3)}@example.org\n`,
  () => `Address: ${1 + below(999)} Old Mill Road, Dayton, OH ${digits(5)}\n`,
  () => `Attending: ${person()}, MD\nAdmitted: ${day()}\nDischarged: ${day()}\n`,
  () => 'Diagnosis: Pneumonia\nAllergies: None\nDiet: Regular\n',
];
function write(sentences, length) {
  const parts = [];
  for (let size = 0; size < length;) {
    const part = pick(sentences)();
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}

const figures = [];
const add = (name, value, unit, better, more = {}) =>
  figures.push({ name, value: Number(value.toFixed(2)), unit, better, ...more });
const cpu = () => process.cpuUsage().user / 1e6;
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1];

// what is held back can be counted only if labels are as long as what they stand for
const ofSameLength = ({ start, end }) => '#'.repeat(end - start);

const redactor = createRedactor();
redactor.redact(write(PROSE, 2_000_000));

console.log('text longer than memory');
const speeds = [];
for (const size of SIZES) {
  const block = write(PROSE, 1_000_000);
  function* chunks() {
    for (let at = 0; at < size * 1_000_000; at += 50_000)
      yield block.slice(at % 950_000, (at % 950_000) + 50_000);
  }
  collect();
  const idle = process.memoryUsage().heapUsed;
  let live = 0;
  let pieces = 0;
  const start = cpu();
  let spent = 0;
  for await (const piece of redactStream(chunks(), { detector: redactor })) {
    if (piece.text.length > 0 && ++pieces % 16 === 0) {
      const pause = cpu();
      collect();
      live = Math.max(live, process.memoryUsage().heapUsed - idle);
      spent += cpu() - pause;
    }
  }
  const speed = size / (cpu() - start - spent);
  speeds.push(speed);
  console.log(
    `${String(size).padStart(4)} MB  ${speed.toFixed(2).padStart(7)} MB/s of CPU   ${(live / 1e6).toFixed(1).padStart(6)} MB live`,
  );
  add(`stream-${size}MB`, speed, 'MB/s CPU', 'higher');
  add(`stream-${size}MB-live`, live / 1e6, 'MB', 'lower');
}
const whole = write(PROSE, 1_000_000);
const start = cpu();
redactor.redact(whole);
const wholeSpeed = whole.length / 1e6 / (cpu() - start);
console.log(`   1 MB  ${wholeSpeed.toFixed(2).padStart(7)} MB/s of CPU when redacted whole`);
add('whole-1MB', wholeSpeed, 'MB/s CPU', 'higher', { peer: 'stream-1MB', ratio: speeds[0] / wholeSpeed });
const growth = speeds[0] / speeds.at(-1);
console.log(
  `goal: at most ${GOAL_GROWTH} times slower at ${SIZES.at(-1)} MB: ${growth <= GOAL_GROWTH ? 'reached' : 'missed in this run'} (${growth.toFixed(2)})`,
);

console.log(`\na model's answer, token by token, ${ANSWERS} answers`);
for (const [kind, sentences] of [
  ['prose', PROSE],
  ['form', FORM],
]) {
  const first = [];
  const held = [];
  let characters = 0;
  const begin = cpu();
  for (let answer = 0; answer < ANSWERS; answer++) {
    const text = write(sentences, 900);
    const stream = createTokenStreamRedactor({ detector: redactor, operator: ofSameLength });
    let sent = 0;
    let out = 0;
    for (const token of text.match(/\s?[\p{L}\p{M}]{1,5}|\s?\S|\s/gu)) {
      sent += token.length;
      const safe = stream.push(token);
      if (out === 0 && safe !== '') first.push(sent);
      out += safe.length;
      held.push(sent - out);
    }
    characters += sent;
  }
  const used = (cpu() - begin) / characters;
  const line = [
    ['first text after', first],
    ['held back', held],
  ].map(([what, values]) => {
    for (const [figure, share] of [
      ['median', 0.5],
      ['p95', 0.95],
      ['max', 1],
    ]) {
      add(`${kind}-${what.replaceAll(' ', '-')}-${figure}`, quantile(values, share), 'characters', 'lower');
    }
    return `${what} ${quantile(values, 0.5)} characters, p95 ${quantile(values, 0.95)}, most ${quantile(values, 1)}`;
  });
  console.log(
    `${kind.padEnd(6)} ${line.join('; ')}; ${(used * 1e6).toFixed(0)} ms of CPU per 1,000 characters`,
  );
  add(`${kind}-cpu`, used * 1e6, 'ms CPU per 1,000 characters', 'lower');
}

mkdirSync(path.join(root, 'bench', 'results'), { recursive: true });
writeFileSync(
  path.join(root, 'bench', 'results', 'redaction-stream.json'),
  `${JSON.stringify({ figures }, undefined, 2)}\n`,
);
