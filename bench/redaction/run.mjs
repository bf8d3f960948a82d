// Accuracy and speed of the redaction engine beside the npm packages that do the same, in one run.
//   npm run bench:redaction -- [--data DIR] [--peers DIR] [--only NAME[,NAME]] [--documents N] [--quick] [--docs]
// --data   a folder of data sets, DIR/<name>/dev.jsonl; without it only the repository's own generated notes are read
// --peers  keeps the installed peers there for the next run; without it they go to a temporary folder
// --only   `ours`, or the beginnings of peers' names; ours always takes part
// --documents  only the first of each source; ours and peers read the same
// --quick  40 documents of each source, small sizes, and no peer that needs more than 30 s
// --docs   writes the tables into docs/redaction-accuracy.md as well
// Goals are printed beside what was measured; the exit code is 1 only where one fails that compares within the run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleEngine, bundleSizes, loadTools, root } from './bundles.mjs';
import { hold } from './contest.mjs';
import { figuresOf } from './figures.mjs';
import { freshProcess } from './fresh.mjs';
import { writePage } from './page.mjs';
import { report } from './report.mjs';
import { readSources, speedSample } from './sources.mjs';
import { accuracyTargets, ratioTargets, sizeTargets, speedTargets } from './targets.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    peers: { type: 'string' },
    only: { type: 'string' },
    documents: { type: 'string' },
    quick: { type: 'boolean', default: false },
    docs: { type: 'boolean', default: false },
  },
});
if (values.docs && (values.quick || values.only)) {
  console.error('--docs was given with --quick or --only: the page shows whole runs, so give it alone');
  process.exit(2);
}
const documents = values.documents ? Number(values.documents) : values.quick ? 40 : undefined;
if (documents !== undefined && !(documents >= 1)) {
  console.error('--documents was given something else than a number from 1 on');
  process.exit(2);
}
const only = values.only?.split(',');
const say = (line) => process.stderr.write(`${line}\n`);
const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-redaction-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const tools = await loadTools();
const engine = await bundleEngine();
const sources = readSources(values.data, {
  generateNotes: tools.generateNotes,
  documents,
});
const { ours, peers, skipped } = await hold({
  engine,
  tools,
  sources,
  sample: speedSample(sources),
  peersFolder: path.resolve(values.peers ?? work),
  wanted: (name) => !only || only.some((each) => name.startsWith(each)),
  seconds: values.quick ? 30 : 900,
  say,
});

say('growth, size and start');
const notes = tools.generateNotes({ count: values.quick ? 2000 : 16_000, seed: 11 }).map(({ text }) => text);
const notesFile = path.join(work, 'notes.json');
writeFileSync(notesFile, JSON.stringify(notes));
const growthArguments = [path.join(root, 'bench', 'redaction', 'growth.mjs'), engine, notesFile];
if (values.quick) growthArguments.push('quick');
const growth = JSON.parse(execFileSync(process.execPath, growthArguments, { encoding: 'utf8' }));
const sizes = await bundleSizes(engine);
const fresh = freshProcess(engine, notes.join('\n\n').slice(0, 1_000_000), values.quick ? 5 : 11);

const rivals = peers
  .filter(({ hit }) => hit > ours.hit / 2)
  .map((peer) => ({ name: peer.name, ratio: ours.notes / peer.notes }));
const targets = [
  ...accuracyTargets(ours.results, tools.wrongPerThousandWords),
  ...speedTargets(ours.notes),
  ...ratioTargets(growth, rivals),
  ...sizeTargets(sizes, fresh),
];
const data = values.data !== undefined;
const outcome = { ours, peers, skipped, growth, sizes, fresh, targets, sources, data, tools };
console.log(report(outcome));
mkdirSync(path.join(root, 'bench', 'results'), { recursive: true });
writeFileSync(
  path.join(root, 'bench', 'results', 'redaction.json'),
  `${JSON.stringify({ figures: figuresOf(outcome) }, undefined, 2)}\n`,
);
if (values.docs) await writePage(outcome, path.join(root, 'docs', 'redaction-accuracy.md'));
const failed = targets.filter(({ hard, met }) => hard && !met);
for (const { what, value, goal, show } of failed)
  console.error(`missed: ${what}: ${show(value)}, asked ${goal}`);
process.exitCode = failed.length === 0 ? 0 : 1;
