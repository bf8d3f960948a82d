import * as tables from './tables.mjs';

const { aligned } = tables;

/** All of it, as a terminal shows it. */
export function report(outcome) {
  const { ours, peers, sizes, fresh, skipped, sources, data, tools } = outcome;
  const documents = sources.reduce((sum, { notes }) => sum + notes.length, 0);
  const from = data ? 'data given and generated notes' : 'generated notes only: no --data was given';
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} KB`;
  const [ms, mb] = ['ms', 'MB'].map((unit) => (value) => `${value.toFixed(0)} ${unit}`);
  return [
    `${documents} documents of ${sources.length} sources (${from}). hit: half of the letters and digits gone, full: all`,
    ...[ours, ...peers].map(
      (each) => `${each.name}\n${aligned(tables.ACCURACY_HEAD, tables.accuracyRows(each, tools))}`,
    ),
    `ours by category\n${aligned(tables.categoryHead(outcome), tables.categoryRows(outcome))}`,
    `CPU time, one process each, in turn, median of 5\n${aligned(tables.SPEED_HEAD, tables.speedRows(outcome))}`,
    `ours, one document of growing size\n${aligned(tables.CURVE_HEAD, tables.curveRows(outcome))}`,
    aligned(tables.HOSTILE_HEAD, tables.hostileRows(outcome)),
    [
      `minified: engine ${kilobytes(sizes.engine)}, handler without the SDK ${kilobytes(sizes.handler)}`,
      `a cold start takes ${ms(fresh.coldCpuMs)} of CPU more than an empty process (${ms(fresh.coldWallMs)} on the clock)`,
      `memory: ${mb(fresh.emptyMb)} empty, ${mb(fresh.firstMb)} after the first answer, ${mb(fresh.documentMb)} after a document of 1 MB`,
    ].join('\n'),
    aligned(tables.TARGET_HEAD, tables.targetRows(outcome)),
    [`${skipped.length} peers skipped`, ...skipped].join('\n  '),
  ].join('\n\n');
}
