// CPU that a judge adds to the synthesis of 1,000 resources: ours beside cdk-nag's HIPAA pack and CDK's own validator,
// fresh processes, taken in turn, median of 9. `empty-plugin` is what CDK does for any plugin at all (it walks the tree
// and hashes the assembly twice), so a judge's own share is what it adds to that. All threads count, so garbage
// collection and compilation beside the main thread do too. The goal is 10 %; the run fails only when ours costs more
// than cdk-nag's pack in the same run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const GOAL = 0.1;
const RUNS = Number(process.env.RUNS ?? 9);
const RESOURCES = Number(process.env.RESOURCES ?? 1000);
const JUDGES = ['none', 'empty-plugin', 'hipaa-ai', 'cdk-nag', 'cloudformation-validate'];

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const app = path.join(root, '.cache', 'bench-synthesis.js');
await build({
  absWorkingDir: root,
  entryPoints: ['bench/synthesis-app.ts'],
  outfile: app,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  logLevel: 'error',
});

const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-bench-'));
const runs = new Map(JUDGES.map((judge) => [judge, []]));
for (let run = 0; run < RUNS; run += 1) {
  for (const judge of JUDGES) {
    const env = { ...process.env, CDK_OUTDIR: path.join(work, `${judge}-${run}`) };
    delete env.CDK_VALIDATION;
    const text = execFileSync(process.execPath, [app, judge, String(RESOURCES)], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    runs.get(judge).push(JSON.parse(text.toString().trim().split('\n').pop()));
  }
}
rmSync(work, { recursive: true, force: true });

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const cpu = (judge) => median(runs.get(judge).map((run) => run.cpu));
// within each round: neighbours on the machine slow a whole round alike
const share = (judge, beside) =>
  median(runs.get(judge).map((run, at) => (run.cpu - runs.get(beside)[at].cpu) / runs.get('none')[at].cpu));
const percent = (value) => `${(value * 100).toFixed(1).padStart(6)} %`;

const { resources } = runs.get('none')[0];
console.log(`${resources} resources, ${RUNS} rounds, CPU time of construction and synthesis`);
console.log(`${''.padEnd(24)} ${'CPU'.padStart(10)}  ${'adds'.padStart(8)}  ${'of its own'.padStart(10)}`);
const figures = [];
for (const judge of JUDGES) {
  const { found } = runs.get(judge)[0];
  const own = judge === 'none' || judge === 'empty-plugin' ? undefined : share(judge, 'empty-plugin');
  console.log(
    `${judge.padEnd(24)} ${cpu(judge).toFixed(0).padStart(7)} ms` +
      (judge === 'none' ? '' : `  ${percent(share(judge, 'none'))}`) +
      (own === undefined ? '' : `    ${percent(own)}  (${found} findings)`),
  );
  figures.push({
    name: judge,
    value: Math.round(cpu(judge)),
    unit: 'ms CPU',
    better: 'lower',
    ...(own === undefined ? {} : { peer: 'empty-plugin', ratio: Number((1 + own).toFixed(3)) }),
  });
}
const ours = share('hipaa-ai', 'empty-plugin');
const peer = share('cdk-nag', 'empty-plugin');
console.log(`goal: at most ${GOAL * 100} % of its own: ${ours <= GOAL ? 'reached' : 'missed'}`);
mkdirSync(path.join(root, 'bench', 'results'), { recursive: true });
writeFileSync(
  path.join(root, 'bench', 'results', 'synthesis.json'),
  `${JSON.stringify({ figures }, undefined, 2)}\n`,
);
if (ours > peer) {
  console.error("the pack costs more than cdk-nag's HIPAA pack in the same run");
  process.exit(1);
}
