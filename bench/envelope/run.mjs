// What envelope encryption costs beside plain AES-256-GCM, the official AWS Encryption SDK, WebCrypto and noble-ciphers.
//   npm run bench:envelope -- [--quick] [--peers DIR]
// --peers  installs @noble/ciphers there, once, and compares it too
// --quick  fewer rounds, and of the peers only the one a limit speaks of
// The exit code is 1 where a limit is missed; limits are ratios of this run and counts, never times. With --quick, as CI runs it, a
// ratio fails at twice its limit: few rounds on a busy machine tell a regression from a good day, and no more than that.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { countCalls } from './calls.mjs';
import { contenders } from './contenders.mjs';
import { bundleLibrary, load, root } from './library.mjs';
import { measureMessages } from './messages.mjs';
import { figuresOf, report } from './report.mjs';
import { measureStart } from './start.mjs';
import { measureStreams } from './streams.mjs';
import { MOST_TIMES_PLAIN_STREAM, targetsOf } from './targets.mjs';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, peers: { type: 'string' } },
});
const SIZES = [256, 4096, 65_536, 1_048_576];
// many short rounds: a neighbour on the machine is then in both parts of a ratio, or in neither
const effort = values.quick
  ? { rounds: 11, milliseconds: 15, megabytes: 64, passes: 9, starts: 5, streamPeer: false }
  : { rounds: 51, milliseconds: 20, megabytes: 64, passes: 25, starts: 15, streamPeer: true };
const say = (line) => process.stderr.write(`${line}\n`);

const file = await bundleLibrary();
const library = load(file);
const peers = values.peers && path.resolve(values.peers);

say('streams');
const streams = measureStreams(file, effort, MOST_TIMES_PLAIN_STREAM);
const messages = [];
for (const bytes of SIZES) {
  say(`messages of ${bytes} bytes`);
  const all = await contenders(library, { peers, quick: values.quick });
  messages.push(...(await measureMessages(all, { bytes, ...effort })));
}
say('calls, size and start');
const calls = await countCalls(library);
const start = await measureStart(effort.starts);

const targets = targetsOf({ messages, streams, calls, start });
const outcome = { messages, streams, calls, start, targets, peers, megabytes: effort.megabytes };
console.log(report(outcome));
mkdirSync(path.join(root, 'bench', 'results'), { recursive: true });
writeFileSync(
  path.join(root, 'bench', 'results', 'envelope.json'),
  `${JSON.stringify({ figures: figuresOf(outcome) }, undefined, 2)}\n`,
);
const QUICK_TOLERANCE = 2;
const failed = ({ hard, timed, value, goal }) =>
  hard && value > goal * (values.quick && timed ? QUICK_TOLERANCE : 1);
const missed = targets.filter(failed);
for (const { what, value, goal } of missed)
  console.error(`missed: ${what}: ${value.toFixed(2)}, at most ${goal}`);
process.exitCode = missed.length === 0 ? 0 : 1;
