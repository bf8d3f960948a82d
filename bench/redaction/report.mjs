// One set of rows, shown on the terminal, written as figures, and put into the page on accuracy.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const percent = (part, whole) => (whole > 0 ? ((100 * part) / whole).toFixed(1) : '-');
const rounded = (value, digits) => (Number.isFinite(value) ? Number(value.toFixed(digits)) : undefined);

function accuracyRows({ results }, { wrongPerThousandWords, precision }) {
  return results.map(({ name, labelled, lost, score }) => [
    name,
    labelled ? String(score.overall.identifiers) : '-',
    percent(score.overall.hit, score.overall.identifiers),
    percent(score.overall.full, score.overall.identifiers),
    labelled ? percent(precision(score), 1) : '-',
    labelled ? percent(score.plainAltered, score.plainDocuments) : '-',
    wrongPerThousandWords(score).toFixed(1),
    ...(lost > 0 ? [`${lost} lost`] : ['']),
  ]);
}

const ACCURACY_HEAD = [
  'source',
  'identifiers',
  'hit %',
  'full %',
  'precision %',
  'PHI-free altered %',
  'wrong /1k words',
];
const cells = (row) => row.slice(0, ACCURACY_HEAD.length);

function speedRows({ ours, peers }) {
  return [ours, ...peers.toSorted((a, b) => b.hit - a.hit)].map(({ name, hit, notes, prompts, loadMs }) => [
    name,
    (100 * hit).toFixed(1),
    notes.toFixed(2),
    prompts.toFixed(2),
    name === ours.name ? '1.0' : (notes / ours.notes).toFixed(2),
    loadMs.toFixed(0),
  ]);
}
const SPEED_HEAD = ['contender', 'mean hit %', 'notes MB/s', 'prompts MB/s', 'speed / ours', 'load CPU ms'];

function categoryRows({ results }, { CATEGORIES }) {
  const labelled = results.filter((result) => result.labelled);
  return CATEGORIES.map((category) => [
    category,
    ...labelled.map(({ score }) => {
      const tally = score.byCategory.get(category);
      return tally ? `${percent(tally.full, tally.identifiers)} (${tally.identifiers})` : '-';
    }),
  ]);
}
const categoryHead = ({ results }) => [
  'full %',
  ...results.filter(({ labelled }) => labelled).map(({ name }) => name),
];

const targetRows = ({ targets }) =>
  targets.map(({ what, value, goal, met, show }) => [what, show(value), goal, met ? 'met' : 'missed']);
const TARGET_HEAD = ['target', 'measured', 'goal', ''];

const size = (bytes) => (bytes < 1_000_000 ? `${bytes / 1000} KB` : `${bytes / 1e6} MB`);

export function report(outcome) {
  const { ours, peers, growth, sizes, fresh, skipped, sources, data, tools } = outcome;
  const documents = sources.reduce((sum, { notes }) => sum + notes.length, 0);
  const from = data ? 'data given and generated notes' : 'generated notes only: no --data was given';
  const parts = [
    `${documents} documents of ${sources.length} sources (${from}). hit: half of the letters and digits gone, full: all`,
    ...[ours, ...peers].map((each) => `${each.name}\n${aligned(ACCURACY_HEAD, accuracyRows(each, tools))}`),
    `ours by category, fully covered (identifiers)\n${aligned(categoryHead(ours), categoryRows(ours, tools))}`,
    `CPU time, one process each, in turn, median of 5\n${aligned(SPEED_HEAD, speedRows(outcome))}`,
    `ours, one document of growing size\n${aligned(
      ['size', 'ms', 'MB/s'],
      growth.curve.map(({ bytes, ms }) => [size(bytes), ms.toFixed(0), (bytes / 1000 / ms).toFixed(2)]),
    )}`,
    `ours, hostile text: time per doubling over three doublings\n${aligned(
      ['of', 'growth', 'ms at the largest'],
      growth.hostile.map(({ name, growth: rate, ms }) => [name, rate.toFixed(2), ms.toFixed(0)]),
    )}`,
    `engine ${(sizes.engine / 1000).toFixed(0)} KB, handler without the SDK ${(sizes.handler / 1000).toFixed(0)} KB; ` +
      `a cold start takes ${fresh.coldCpuMs.toFixed(0)} ms of CPU more than an empty process (${fresh.coldWallMs.toFixed(0)} ms on the clock); memory ${fresh.emptyMb.toFixed(0)} MB empty, ` +
      `${fresh.firstMb.toFixed(0)} MB after the first answer, ${fresh.documentMb.toFixed(0)} MB after a document of 1 MB`,
    aligned(TARGET_HEAD, targetRows(outcome)),
    `${skipped.length} peers skipped${skipped.map((line) => `\n  ${line}`).join('')}`,
  ];
  return parts.join('\n\n');
}

function aligned(head, rows) {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => String(row[column] ?? '').length)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0]) : String(cell).padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function figuresOf({ ours, peers, growth, sizes, fresh, tools }) {
  const figure = (name, value, unit, better, more = {}) => ({ name, value, unit, better, ...more });
  const speeds = [ours, ...peers].flatMap((each) =>
    ['notes', 'prompts'].map((kind) =>
      figure(`${each.name} on ${kind}`, rounded(each[kind], 3), 'MB per CPU second', 'higher', {
        ...(each === ours
          ? {}
          : { peer: rounded(ours[kind], 3), ratio: rounded(each[kind] / ours[kind], 3) }),
      }),
    ),
  );
  const accuracy = [ours, ...peers].flatMap(({ name, results }) =>
    results.flatMap(({ name: source, labelled, score }) => {
      const share = (part) => rounded(part / score.overall.identifiers, 4);
      const wrong = figure(
        `${name} wrong on ${source}`,
        rounded(tools.wrongPerThousandWords(score), 2),
        'redactions per 1,000 words',
        'lower',
      );
      if (!labelled) return [wrong];
      return [
        figure(`${name} hit on ${source}`, share(score.overall.hit), 'share', 'higher'),
        figure(`${name} fully covered on ${source}`, share(score.overall.full), 'share', 'higher'),
        wrong,
      ];
    }),
  );
  return [
    ...accuracy,
    ...speeds,
    ...growth.curve.map(({ bytes, ms }) =>
      figure(`document of ${size(bytes)}`, rounded(bytes / 1000 / ms, 3), 'MB per CPU second', 'higher'),
    ),
    ...growth.hostile.map(({ name, growth: rate }) =>
      figure(`hostile ${name}`, rounded(rate, 3), 'time per doubling', 'lower'),
    ),
    figure('engine', rounded(sizes.engine / 1000, 1), 'KB', 'lower'),
    figure('handler without the SDK', rounded(sizes.handler / 1000, 1), 'KB', 'lower'),
    figure('added to a cold start', rounded(fresh.coldCpuMs, 1), 'CPU ms', 'lower'),
    figure('memory after the first answer', rounded(fresh.firstMb, 1), 'MB', 'lower'),
    figure('memory after a document of 1 MB', rounded(fresh.documentMb, 1), 'MB', 'lower'),
  ];
}

const BEGIN = '<!-- begin: npm run bench:redaction -- --docs -->';
const END = '<!-- end -->';

export async function writeDocs(outcome, file) {
  const page = readFileSync(file, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined)
    throw new Error('docs/redaction-accuracy.md lacks the marks between which tables go');
  const { ours, peers, growth, tools } = outcome;
  const parts = [
    '### Ours, by source',
    markdown(ACCURACY_HEAD, accuracyRows(ours, tools).map(cells)),
    '### Ours, by category',
    markdown(categoryHead(ours), categoryRows(ours, tools)),
    '### Beside npm packages',
    markdown(SPEED_HEAD, speedRows(outcome)),
    ...peers
      .toSorted((a, b) => b.hit - a.hit)
      .flatMap((peer) => [`**${peer.name}**`, markdown(ACCURACY_HEAD, accuracyRows(peer, tools).map(cells))]),
    '### One document of growing size',
    markdown(
      ['size', 'MB per CPU second'],
      growth.curve.map(({ bytes, ms }) => [size(bytes), (bytes / 1000 / ms).toFixed(2)]),
    ),
    '### Goals',
    markdown(TARGET_HEAD, targetRows(outcome)),
  ];
  const text = `${before}${BEGIN}\n\n${parts.join('\n\n')}\n\n${END}${after}`;
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

function markdown(head, rows) {
  const line = (row) => `| ${row.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
