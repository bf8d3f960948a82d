// Rows of what was measured: the terminal, the figures and the page on accuracy show the same.

const percent = (part, whole) => (whole > 0 ? ((100 * part) / whole).toFixed(1) : '-');
const byHit = (contenders) => contenders.toSorted((a, b) => b.hit - a.hit);

export const ACCURACY_HEAD = [
  'source',
  'identifiers',
  'hit %',
  'full %',
  'precision %',
  'PHI-free altered %',
  'wrong /1k words',
  'documents lost',
];

export function accuracyRows({ results }, { wrongPerThousandWords, precision }) {
  return results.map(({ name, labelled, lost, score }) => [
    name,
    labelled ? String(score.overall.identifiers) : '-',
    percent(score.overall.hit, score.overall.identifiers),
    percent(score.overall.full, score.overall.identifiers),
    labelled ? percent(precision(score), 1) : '-',
    labelled ? percent(score.plainAltered, score.plainDocuments) : '-',
    wrongPerThousandWords(score).toFixed(1),
    String(lost),
  ]);
}

export const matrixHead = ({ ours }) => ['', ...ours.results.map(({ name }) => name)];

/** One row for each contender: hit, full and precision, or redactions per 1,000 words where nothing is labelled. */
export function matrixRows({ ours, peers, tools }) {
  return [ours, ...byHit(peers)].map(({ name, results }) => [
    name,
    ...results.map(({ labelled, score }) => {
      if (!labelled) return `${tools.wrongPerThousandWords(score).toFixed(1)} /1k`;
      const { identifiers, hit, full } = score.overall;
      return [percent(hit, identifiers), percent(full, identifiers), percent(tools.precision(score), 1)].join(
        ' / ',
      );
    }),
  ]);
}

export const SPEED_HEAD = [
  'contender',
  'mean hit %',
  'notes MB/s',
  'prompts MB/s',
  'speed / ours',
  'load CPU ms',
];

export function speedRows({ ours, peers }) {
  return [ours, ...byHit(peers)].map(({ name, hit, notes, prompts, loadMs }) => [
    name,
    (100 * hit).toFixed(1),
    notes.toFixed(2),
    prompts.toFixed(2),
    (notes / ours.notes).toFixed(2),
    loadMs.toFixed(0),
  ]);
}

const labelledOf = ({ results }) => results.filter(({ labelled }) => labelled);

export const categoryHead = ({ ours }) => ['full % (of)', ...labelledOf(ours).map(({ name }) => name)];

export function categoryRows({ ours, tools }) {
  return tools.CATEGORIES.map((category) => [
    category,
    ...labelledOf(ours).map(({ score }) => {
      const tally = score.byCategory.get(category);
      return tally ? `${percent(tally.full, tally.identifiers)} (${tally.identifiers})` : '-';
    }),
  ]);
}

export const size = (bytes) => (bytes < 1_000_000 ? `${bytes / 1000} KB` : `${bytes / 1e6} MB`);

export const CURVE_HEAD = ['size', 'ms', 'MB/s'];
export const curveRows = ({ growth }) =>
  growth.curve.map(({ bytes, ms }) => [size(bytes), ms.toFixed(0), (bytes / 1000 / ms).toFixed(2)]);

export const HOSTILE_HEAD = ['hostile text of', 'time per doubling', 'ms at the largest'];
export const hostileRows = ({ growth }) =>
  growth.hostile.map(({ name, growth: rate, ms }) => [name, rate.toFixed(2), ms.toFixed(0)]);

export const TARGET_HEAD = ['goal', 'measured', 'asked', 'result'];
export const targetRows = ({ targets }) =>
  targets.map(({ what, value, goal, met, show }) => [what, show(value), goal, met ? 'met' : 'missed']);

/** For a terminal: the first column to the left, figures to the right. */
export function aligned(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])));
  return [head, ...rows].map((row) => line(row).join('  ').trimEnd()).join('\n');
}

export function markdown(head, rows) {
  const line = (row) => `| ${row.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
