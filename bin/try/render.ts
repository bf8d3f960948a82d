import path from 'node:path';
import { printable } from '../../lib/compliance/printable';
import { findingLine } from '../verbs/ledger/finding-line';
import type { Home } from './home';
import type { Promised } from './promises';
import { givenTo } from './stand-ins';
import type { CheckedLedger, Walked } from './walk';

const COLUMNS = 100;
const LABEL = 11;
const MOST_LINES = 4;

export function opening(home: Home, who: string): string {
  return `The gateway on this machine, for invented patients. ${who}\nKeys, ledger and sealed bodies: ${shown(home.root)}\n`;
}

/** A request as it went: what was asked, seen, said, given, written. */
export function walkedText({ step, seen }: Walked, number: number): string {
  const { problem, record, calls, pieces } = seen;
  const rows: (readonly [string, string])[] = [['asked', step.asks]];
  if (calls.length === 0) rows.push(['model saw', 'nothing: it was not asked']);
  for (const { call, said } of calls) {
    rows.push(['model saw', givenTo(call)], ['model said', said]);
  }
  if (problem !== undefined) {
    const field = problem.field === undefined ? '' : `, field ${problem.field}`;
    rows.push(['refused', `${problem.status} ${problem.code} (${problem.stage}${field}): ${problem.title}`]);
  }
  if (pieces.length > 0) rows.push(['came back', came(pieces)]);
  rows.push(['record', record === undefined ? 'none' : recordLine(record.entry, seen.receipt ?? '')]);
  return `\n${number}  ${step.title}\n${rows.map(([label, text]) => row(label, text)).join('')}`;
}

function came(pieces: readonly string[]): string {
  return pieces.length === 1 ? (pieces[0] ?? '') : `${pieces.join('')} (in ${pieces.length} pieces)`;
}

type Entry = NonNullable<Walked['seen']['record']>['entry'];

function recordLine({ kind, fields, redactions, output }: Entry, receipt: string): string {
  const facts = [
    kind,
    ...(fields && fields.dropped > 0 ? [`${fields.dropped} field dropped`] : []),
    ...(redactions && sum(redactions) > 0 ? [`${counted(redactions)} taken out`] : []),
    ...(output && output.leaks > 0 ? [`${output.leaks} leaks masked`] : []),
  ];
  return `${facts.join(', ')}; receipt ${receipt}`;
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

/** The ledger and the promises; and how to look for oneself. */
export function closing(
  home: Home,
  { verification, findings }: CheckedLedger,
  held: readonly Promised[],
): string {
  const { records, writers, segmentsClosed, checkpoints } = verification;
  const verdict = findings.length === 0 ? 'nothing is wrong' : `${findings.length} findings`;
  const lines = [
    '',
    `Ledger: ${records} records, ${writers} writers, ${segmentsClosed} signed segments, ${checkpoints} checkpoints; ${verdict}`,
    ...findings.map((each) => findingLine(each).trimEnd()),
    ...held.flatMap(({ words, broken }) =>
      broken.length === 0
        ? [`held    ${words}`]
        : [`BROKEN  ${words}`, ...broken.map((each) => `        ${printable(each)}`)],
    ),
    '',
    'Look for yourself:',
    `  npx hipaa-ai ledger verify ${shown(home.ledger)} --public-key ${shown(home.publicKeyFile)}`,
    '',
  ];
  return lines.join('\n');
}

/** Text of others on one line after the other; nothing in it drives the terminal. */
function row(label: string, text: string): string {
  const words = printable(text.replaceAll(/\s+/gu, ' ').trim()).split(' ');
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > COLUMNS - LABEL - 3) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  lines.push(line);
  const most = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
  return most.map((each, at) => `   ${(at === 0 ? label : '').padEnd(LABEL)}${each}\n`).join('');
}

/** Short where it lies below the working directory. */
function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative !== '' && !relative.startsWith('..') ? relative : file;
}
