// What a fresh process pays for the engine: time until its first answer beside an empty process, and memory.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

// resourceUsage: the process as a whole, starting it and threads beside the main one included
const REPORT = `
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, wall: performance.now(), mb: maxRSS / 1000 }));`;
const START = `const { createRedactor } = require(process.argv[2]);
const { redact } = createRedactor();
redact('Patient Ana Rivera, MRN 4471203, was seen on 3/4/2024.');`;
const WORK = `const text = require('node:fs').readFileSync(process.argv[3], 'utf8');
redact(text);`;

export function freshProcess(engine, text, rounds) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-fresh-'));
  const scripts = { empty: REPORT, first: START + REPORT, document: `${START}\n${WORK}${REPORT}` };
  const input = path.join(folder, 'text');
  writeFileSync(input, text);
  for (const [name, code] of Object.entries(scripts)) writeFileSync(path.join(folder, `${name}.js`), code);
  const runs = { empty: [], first: [], document: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(scripts)) {
      const args = [path.join(folder, `${name}.js`), engine, input];
      runs[name].push(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })));
    }
  }
  rmSync(folder, { recursive: true, force: true });
  const of = (name, what) => median(runs[name].map((run) => run[what]));
  return {
    coldCpuMs: of('first', 'cpu') - of('empty', 'cpu'),
    coldWallMs: of('first', 'wall') - of('empty', 'wall'),
    firstMb: of('first', 'mb'),
    documentMb: of('document', 'mb'),
    emptyMb: of('empty', 'mb'),
  };
}
