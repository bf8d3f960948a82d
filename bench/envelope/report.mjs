import { aligned } from '../redaction/tables.mjs';
import { OURS } from './contenders.mjs';
import { size } from './targets.mjs';

const times = (ratio) => `${ratio.toFixed(2)}x`;
const number = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(2));

const METHOD = `CPU time (user and system) of calls in turn, round by round in one process; median of the rounds, ratio to plain in the same
round. Plain is what one would write by hand over node:crypto: one key for everything, a random IV of 12 bytes from
randomBytes, the binding's context as additional data (serialized once, outside the measurement), iv + ciphertext + tag
joined. It has no key of a message's own, no commitment, no header, no frames and no record of use.`;

/** Seal and open side by side; a row is a contender at a size. */
function messageTable(messages) {
  const sealing = messages.filter(({ operation }) => operation === 'seal');
  const rows = sealing.map(({ name, bytes, overhead, microseconds, ratio }) => {
    const open = messages.find(
      (each) => each.operation === 'open' && each.name === name && each.bytes === bytes,
    );
    return [
      `${size(bytes)}  ${name}`,
      `+${overhead}`,
      microseconds.toFixed(1),
      times(ratio),
      open.microseconds.toFixed(1),
      times(open.ratio),
    ];
  });
  return aligned(['', 'bytes', 'seal us', '', 'open us', ''], rows);
}

export function report({ messages, streams, calls, start, targets, megabytes, peers }) {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
  return [
    METHOD,
    messageTable(messages),
    `streams of ${megabytes} MiB, each beside plain in a process of their own, the best of at most three runs\n${aligned(
      ['', 'CPU ms', ''],
      streams.map(({ name, operation, milliseconds, ratio }) => [
        `${operation}  ${name}`,
        milliseconds.toFixed(0),
        times(ratio),
      ]),
    )}`,
    aligned(
      ['calls', 'per 1,000 warm', '20 cold seals (KMS)', '20 cold opens (KMS)'],
      calls.map(({ source, warm, cold }) => [source, ...[warm, cold.sealing, cold.opening].map(String)]),
    ),
    `minified: ours ${kilobytes(start.bytes.ours)}; with both SDK clients ${kilobytes(start.bytes.modules)}, loaded in ${start.loadMs.modules.toFixed(0)} ms of CPU
bundled with esbuild's defaults ${kilobytes(start.bytes.defaults)}, loaded in ${start.loadMs.defaults.toFixed(0)} ms`,
    aligned(
      ['', 'value', 'limit', ''],
      targets.map(({ what, value, goal, met, hard }) => [
        what,
        number(value),
        `<= ${goal}`,
        met ? 'met' : hard ? 'missed' : 'missed (a goal, no limit)',
      ]),
    ),
    ...(peers ? [] : ['@noble/ciphers was not compared: no --peers was given']),
  ].join('\n\n');
}

const figure = (name, value, unit, more = {}) => ({
  name,
  value: Number(value.toFixed(3)),
  unit,
  better: 'lower',
  ...more,
});

/** bench/results/envelope.json; `ratio` is to plain AES-GCM, `peer` the time of our cached KMS data key. */
export function figuresOf({ messages, streams, calls, start }) {
  const ours = (operation, bytes) =>
    messages.find(
      (each) =>
        each.name === OURS['KMS data key, cached'] && each.operation === operation && each.bytes === bytes,
    ).microseconds;
  return [
    ...messages.map(({ name, operation, bytes, microseconds, ratio }) =>
      figure(`${operation} ${size(bytes)}, ${name}`, microseconds, 'us CPU', {
        ...(Object.values(OURS).includes(name) ? {} : { peer: Number(ours(operation, bytes).toFixed(3)) }),
        ratio: Number(ratio.toFixed(3)),
      }),
    ),
    ...streams.map(({ name, operation, milliseconds, ratio }) =>
      figure(`${operation} stream, ${name}`, milliseconds, 'ms CPU', { ratio: Number(ratio.toFixed(3)) }),
    ),
    ...calls.flatMap(({ source, warm, cold }) => [
      figure(`calls per 1,000 warm operations, ${source}`, warm, 'calls'),
      figure(`KMS calls of 20 cold seals, ${source}`, cold.sealing, 'calls'),
      figure(`KMS calls of 20 cold openings, ${source}`, cold.opening, 'calls'),
    ]),
    figure('our code, minified', start.bytes.ours / 1000, 'KB'),
    figure('with both SDK clients', start.bytes.modules / 1000, 'KB'),
    figure('load', start.loadMs.modules, 'ms CPU', {
      peer: Number(start.loadMs.defaults.toFixed(3)),
      ratio: Number(start.ratio.toFixed(3)),
    }),
  ];
}
