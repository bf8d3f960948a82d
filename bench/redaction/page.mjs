import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import * as tables from './tables.mjs';

const BEGIN = '<!-- begin: npm run bench:redaction -- --docs -->';
const END = '<!-- end -->';

/** Puts the tables between the marks of the page on accuracy; the words around them are nobody's but the writer's. */
export async function writePage(outcome, file) {
  const { markdown } = tables;
  const [before, rest] = readFileSync(file, 'utf8').split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${file} lacks the marks between which the tables go`);
  const { ours, skipped, sources, tools } = outcome;
  const documents = sources.map(({ name, notes }) => `${name} ${notes.length}`).join(', ');
  const parts = [
    `Documents read: ${documents}.`,
    '### Ours, by source',
    markdown(
      tables.ACCURACY_HEAD.slice(0, -1),
      tables.accuracyRows(ours, tools).map((row) => row.slice(0, -1)),
    ),
    '### Ours, by category, fully covered',
    markdown(tables.categoryHead(outcome), tables.categoryRows(outcome)),
    '### Beside npm packages',
    'hit / full / precision in percent; redactions per 1,000 words where nothing is labelled.',
    markdown(tables.matrixHead(outcome), tables.matrixRows(outcome)),
    markdown(tables.SPEED_HEAD, tables.speedRows(outcome)),
    ...(skipped.length > 0 ? [`Not measured: ${skipped.join('; ')}.`] : []),
    '### Ours, one document of growing size',
    markdown(tables.CURVE_HEAD, tables.curveRows(outcome)),
    '### Goals',
    markdown(tables.TARGET_HEAD, tables.targetRows(outcome)),
  ];
  const text = `${before}${BEGIN}\n\n${parts.join('\n\n')}\n\n${END}${after}`;
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
