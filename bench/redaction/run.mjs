// Accuracy and speed of the redaction engine beside the npm packages that do the same, in one run.
//   npm run bench:redaction -- [--data DIR] [--peers DIR] [--only NAME[,NAME]] [--quick] [--docs]
// --data   a folder of data sets, DIR/<name>/dev.jsonl; without it only the repository's own generated notes are read
// --peers  keeps the installed peers there for the next run; without it they go to a temporary folder
// --only   `ours`, or the first words of peers' names
// --quick  40 documents of each source, small sizes, and no peer that needs more than 30 s
// --docs   writes the tables into docs/redaction-accuracy.md as well
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleEngine, bundleSizes, loadTools, root } from './bundles.mjs';
import { Child } from './child.mjs';
import { freshProcess } from './fresh.mjs';
import { installPeer } from './install.mjs';
import { OURS, PEERS } from './peers.mjs';
import { figuresOf, report, writeDocs } from './report.mjs';
import { readSources, speedSample } from './sources.mjs';
import { accuracyTargets, ratioTargets, sizeTargets, speedTargets } from './targets.mjs';

const ROUNDS = 5;
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    peers: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    docs: { type: 'boolean', default: false },
  },
});
const seconds = values.quick ? 30 : 900;
const only = values.only?.split(',');
const wanted = (name) => !only || only.some((each) => name.startsWith(each));
const say = (line) => process.stderr.write(`${line}\n`);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const tools = await loadTools();
const engine = await bundleEngine();
const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-redaction-'));
const sources = readSources(values.data, {
  generateNotes: tools.generateNotes,
  documents: values.quick ? 40 : undefined,
});
const sample = speedSample(sources);

/** Places per document; text that cannot be aligned, or that a peer failed on, counts as nothing found. */
function placesOf(contender, notes, found) {
  let lost = 0;
  const judged = notes.map((note, index) => {
    const { places, output, failed } = found[index];
    const removed =
      places ?? (failed ? undefined : tools.removedPlaces(note.text, output, contender.placeholder));
    if (!removed) lost += 1;
    return { note, removed: removed ?? [] };
  });
  return { judged, lost };
}

async function accuracyOf(contender, child) {
  const results = [];
  for (const { name, notes, labelled } of sources) {
    const { found } = await child.ask({ do: 'find', texts: notes.map(({ text }) => text) }, seconds);
    const { judged, lost } = placesOf(contender, notes, found);
    results.push({ name, labelled, lost, score: tools.score(judged) });
  }
  return results;
}

const skipped = [];
const running = [];
for (const contender of [OURS, ...PEERS]) {
  if (contender !== OURS && !wanted(contender.name)) continue;
  say(`${contender.name}: accuracy`);
  let child;
  try {
    const from = contender === OURS ? engine : installPeer(contender, values.peers ?? work);
    child = new Child();
    const { ms } = await child.ask({ do: 'load', name: contender.name, from }, seconds);
    const results = await accuracyOf(contender, child);
    running.push({ contender, child, loadMs: ms, results, notes: [], prompts: [] });
  } catch (error) {
    child?.end();
    if (contender === OURS) throw error;
    skipped.push(`${contender.name}: ${error.message}`);
  }
}

// in turn, so that a neighbour on the machine slows all alike
say('speed');
for (let round = 0; round < ROUNDS; round += 1) {
  for (const each of running.filter(({ stopped }) => !stopped)) {
    try {
      for (const kind of ['notes', 'prompts'])
        each[kind].push((await each.child.ask({ do: 'speed', texts: sample[kind] }, seconds)).mbPerSecond);
    } catch (error) {
      each.stopped = true;
      if (each.contender === OURS) throw error;
      skipped.push(`${each.contender.name}: ${error.message} while its speed was measured`);
    }
  }
}
for (const { child } of running) child.end();

const contenders = running
  .filter(({ stopped }) => !stopped)
  .map(({ contender, loadMs, results, notes, prompts }) => {
    const labelled = results.filter((result) => result.labelled);
    const hits = labelled.map(({ score }) => score.overall.hit / score.overall.identifiers);
    // each source weighs the same: one has more identifiers than all others together
    const hit = hits.reduce((a, b) => a + b, 0) / hits.length;
    return { name: contender.name, loadMs, results, notes: median(notes), prompts: median(prompts), hit };
  });
const [ours, ...peers] = contenders;
const rivals = peers
  .filter(({ hit }) => hit > ours.hit / 2)
  .map((peer) => ({ name: peer.name, ratio: ours.notes / peer.notes }));

say('growth, size and start');
const notesFile = path.join(work, 'notes.json');
const growthNotes = tools
  .generateNotes({ count: values.quick ? 2000 : 16_000, seed: 11 })
  .map(({ text }) => text);
writeFileSync(notesFile, JSON.stringify(growthNotes));
const growthScript = path.join(path.dirname(fileURLToPath(import.meta.url)), 'growth.mjs');
const growth = JSON.parse(
  execFileSync(process.execPath, [growthScript, engine, notesFile, ...(values.quick ? ['quick'] : [])], {
    encoding: 'utf8',
  }),
);
const sizes = await bundleSizes(engine);
const fresh = freshProcess(engine, growthNotes.join('\n\n').slice(0, 1_000_000), values.quick ? 5 : 11);
rmSync(work, { recursive: true, force: true });

const targets = [
  ...accuracyTargets(ours.results, tools.wrongPerThousandWords),
  ...speedTargets(ours.notes),
  ...ratioTargets(growth, rivals),
  ...sizeTargets(sizes, fresh),
];
const outcome = {
  ours,
  peers,
  growth,
  sizes,
  fresh,
  targets,
  skipped,
  sources,
  data: Boolean(values.data),
  tools,
};
console.log(report(outcome));
mkdirSync(path.join(root, 'bench', 'results'), { recursive: true });
writeFileSync(
  path.join(root, 'bench', 'results', 'redaction.json'),
  `${JSON.stringify({ figures: figuresOf(outcome) }, undefined, 2)}\n`,
);
if (values.docs) await writeDocs(outcome, path.join(root, 'docs', 'redaction-accuracy.md'));
const failed = targets.filter(({ hard, met }) => hard && !met);
for (const { what, value, goal, show } of failed)
  console.error(`missed: ${what}: ${show(value)}, goal ${goal}`);
process.exitCode = failed.length === 0 ? 0 : 1;
