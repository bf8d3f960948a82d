// How far our rules agree with the people who wrote the fixtures of other policy-as-code projects.
//   node bench/compliance/corpus.mjs CORPUS [--only RULE_PREFIX] [--list] [--map FILE] [--adjudication FILE]
// CORPUS holds index.json (cases, each labelled PASS or FAIL for one upstream rule) and the templates it names.
// map.json says which of our rules mean the upstream rule; adjudication.json which cases we read and decided otherwise.
// Conservative both ways: a FAIL case counts as found only on a finding, a PASS case as flagged on a finding or an unknown.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadEngine, root } from './load-engine.mjs';

const GOALS = {
  mapped: 150,
  raw: { found: 0.95, flagged: 0.06 },
  adjudicated: { found: 0.98, flagged: 0.02, share: 0.05 },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    list: { type: 'boolean' },
    map: { type: 'string' },
    adjudication: { type: 'string' },
  },
});
const [corpus] = positionals;
if (!corpus) {
  console.error('corpus: give the folder of a labelled corpus (index.json and the templates it names)');
  process.exit(2);
}
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const here = (name) => path.join(root, 'bench', 'compliance', name);
const map = read(values.map ?? here('map.json'));
const adjudicated = new Map(
  read(values.adjudication ?? here('adjudication.json')).map((row) => [row.case, row]),
);
const { RULES, judge, readAssembly } = await loadEngine();
const byId = new Map(RULES.map((rule) => [rule.id, rule]));

for (const [upstream, ids] of Object.entries(map)) {
  for (const id of ids)
    if (!byId.has(id)) throw new Error(`map.json maps ${upstream} to '${id}', which is no rule`);
}
const index = read(path.join(corpus, 'index.json'));
const known = new Set(index.map((row) => row.source_rule));
const cases = index.filter((row) => map[row.source_rule]?.some((id) => id.startsWith(values.only)));
const tally = { FAIL: [0, 0], PASS: [0, 0] };
const settled = { FAIL: [0, 0], PASS: [0, 0] };
const disagreements = [];
let unloadable = 0;
let used = 0;
for (const row of index) {
  try {
    readAssembly(path.join(corpus, row.file));
  } catch {
    unloadable += 1;
  }
}
for (const row of cases) {
  const rules = map[row.source_rule].map((id) => byId.get(id));
  const outcomes = judge(readAssembly(path.join(corpus, row.file)), rules);
  const says = (verdict) => outcomes.some((outcome) => outcome.verdict === verdict);
  const hit = says('finding') || (row.expected === 'PASS' && says('unknown'));
  const agrees = hit === (row.expected === 'FAIL');
  tally[row.expected][0] += 1;
  if (hit) tally[row.expected][1] += 1;
  if (!agrees && adjudicated.has(row.id)) {
    used += 1;
    continue;
  }
  settled[row.expected][0] += 1;
  if (hit) settled[row.expected][1] += 1;
  if (!agrees)
    disagreements.push({ row, says: says('finding') ? 'finding' : says('unknown') ? 'unknown' : 'nothing' });
}
if (values.list) {
  for (const { row, says: said } of disagreements)
    console.log(
      `${row.expected} ${row.id}  ${row.file}  -> ${map[row.source_rule].join(', ')}: ${said}  (${row.note ?? ''})`,
    );
}
const share = ([all, hit]) => (all === 0 ? 0 : hit / all);
const percent = (value) => `${(100 * value).toFixed(1)} %`;
const mapped = Object.keys(map).filter((name) => known.has(name)).length;
const rows = [
  ['upstream rules mapped', mapped, '', `>= ${GOALS.mapped}`],
  ['templates that cannot be loaded', unloadable, '', '0'],
  ['FAIL found, raw', percent(share(tally.FAIL)), `${tally.FAIL[1]} of ${tally.FAIL[0]}`, '>= 95 %'],
  ['PASS flagged, raw', percent(share(tally.PASS)), `${tally.PASS[1]} of ${tally.PASS[0]}`, '<= 6 %'],
  [
    'FAIL found, adjudicated',
    percent(share(settled.FAIL)),
    `${settled.FAIL[1]} of ${settled.FAIL[0]}`,
    '>= 98 %',
  ],
  [
    'PASS flagged, adjudicated',
    percent(share(settled.PASS)),
    `${settled.PASS[1]} of ${settled.PASS[0]}`,
    '<= 2 %',
  ],
  ['cases adjudicated', percent(used / cases.length), `${used} of ${cases.length}`, '<= 5 %'],
];
for (const [name, value, detail, goal] of rows)
  console.log(`${name.padEnd(32)} ${String(value).padStart(8)}  ${detail.padEnd(14)} goal ${goal}`);
const figures = [
  { name: 'mapped', value: mapped, unit: 'rules', better: 'higher' },
  { name: 'unloadable', value: unloadable, unit: 'templates', better: 'lower' },
  { name: 'found raw', value: share(tally.FAIL), unit: 'ratio', better: 'higher' },
  { name: 'flagged raw', value: share(tally.PASS), unit: 'ratio', better: 'lower' },
  { name: 'found adjudicated', value: share(settled.FAIL), unit: 'ratio', better: 'higher' },
  { name: 'flagged adjudicated', value: share(settled.PASS), unit: 'ratio', better: 'lower' },
  { name: 'adjudicated', value: used / cases.length, unit: 'ratio', better: 'lower' },
];
mkdirSync(path.join(root, 'bench', 'results'), { recursive: true });
writeFileSync(
  path.join(root, 'bench', 'results', 'corpus.json'),
  `${JSON.stringify({ figures }, undefined, 2)}\n`,
);
const met =
  values.only !== '' ||
  (mapped >= GOALS.mapped &&
    unloadable === 0 &&
    share(tally.FAIL) >= GOALS.raw.found &&
    share(tally.PASS) <= GOALS.raw.flagged &&
    share(settled.FAIL) >= GOALS.adjudicated.found &&
    share(settled.PASS) <= GOALS.adjudicated.flagged &&
    used / cases.length <= GOALS.adjudicated.share);
process.exitCode = met ? 0 : 1;
