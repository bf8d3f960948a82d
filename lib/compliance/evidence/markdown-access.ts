import { linesOf, type Line } from '../access-matrix/lines';
import { DOOR_WORDS, guardrailWords } from '../access-matrix/words';
import type { AccessRecord, Evidence } from './evidence';
import { code, more, text } from './markdown-text';

const MOST_ROWS = 15;
const MOST_LINES = 6;
const MOST_MODELS = 5;

/** The ways to models that are open, or not known to be closed; what denies the others is in the report. */
export function accessMarkdown({ accessMatrix: access }: Evidence): string[] {
  if (!access) return [];
  const open = access.rows.flatMap(({ principals, cells }) => {
    const lines = linesOf(cells).filter(({ verdict }) => verdict !== 'denied');
    return lines.length === 0 ? [] : [{ principals, lines }];
  });
  const blocks = open.slice(0, MOST_ROWS).map(({ principals, lines }) => {
    const shown = principals
      .slice(0, MOST_LINES)
      .map(({ name, kind }) => (kind === 'role' || kind === 'user' ? code(name) : text(name)));
    const names = [
      ...shown,
      ...(principals.length > MOST_LINES ? [`${principals.length - MOST_LINES} more`] : []),
    ];
    const rows = lines.slice(0, MOST_LINES).map((line) => lineText(access, line));
    return `${names.join(', ')}\n\n${[...rows, ...more(lines.length - MOST_LINES, 'ways')].join('\n')}`;
  });
  const left = more(open.length - MOST_ROWS, 'groups of principals');
  const words =
    open.length === 0
      ? 'No way to a model is open.'
      : 'Open ways, evaluated on the policies of the templates; every other way that was asked for is denied, the report says by what.';
  return [
    [
      '### Access to models',
      words,
      ...access.leftOut.map((what) => `Left out: ${text(what)}.`),
      ...blocks,
      ...left,
    ].join('\n\n'),
  ];
}

function lineText(access: AccessRecord, line: Line): string {
  const names = (line.models ?? []).map((index) => code(access.models[index]?.name ?? ''));
  const shown = [
    ...names.slice(0, MOST_MODELS),
    ...(names.length > MOST_MODELS ? [`${names.length - MOST_MODELS} more`] : []),
  ];
  const from = line.from.map((index) => {
    const place = access.places[index];
    return place?.service === undefined ? 'elsewhere' : code(place.name);
  });
  const what = line.models === undefined ? '' : `: ${shown.join(', ')}`;
  const unsure = line.verdict === 'unknown' ? 'unknown, ' : '';
  return `- ${unsure}${text(DOOR_WORDS[line.door])}, ${guardrailWords(line.guardrails)}, from ${from.join(', ')}${what}`;
}

/** Approved models and exceptions as tables. */
export function approvalsMarkdown({ approvals }: Evidence): string[] {
  if (!approvals) return [];
  const models = approvals.models.map((row) => [
    code(row.inferenceProfile ?? row.modelId),
    text(row.regions.join(', ')),
    text(row.dataClasses.join(', ')),
    text(row.baaEntry),
    text(`${row.by}, ${row.on}, ${row.record}`),
    text(`${row.reviewBy}${row.status === 'review-due' ? ', due' : ''}`),
  ]);
  const exceptions = approvals.exceptions.map((row) => [
    text(row.calls),
    row.principals.map(code).join(', '),
    text(`${row.by}, ${row.on}, ${row.record}`),
  ]);
  const associates = approvals.associates.map((row) => [
    text(row.name),
    text(row.domains.join(', ')),
    text(row.baaRecord),
    text(`${row.reviewBy}${row.status === 'review-due' ? ', due' : ''}`),
  ]);
  return [
    ...table('Approved models', ['model', 'Regions', 'data', 'agreement', 'approval', 'review'], models),
    ...table('Approved exceptions', ['calls', 'who may', 'approval'], exceptions),
    ...table('Business associates', ['name', 'hosts', 'agreement', 'review'], associates),
  ];
}

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const lines = [columns, columns.map(() => '--'), ...rows.slice(0, MOST_ROWS)].map(
    (row) => `| ${row.join(' | ')} |`,
  );
  const left = more(rows.length - MOST_ROWS, 'rows');
  return [[`### ${title}`, lines.join('\n'), ...left].join('\n\n')];
}
