import { printable } from '../printable';
import type { EvidenceDiff } from './diff-evidence';
import type { CoverageRecord } from './evidence';
import { resourceOf, seenIn, type ReportedFinding } from './reported-finding';

/** Rows of a section that a person still reads; JSON has all of them. */
const MOST_ROWS = 100;

/** The change between two evidences for a terminal. Sections without a line are left out. */
export function renderDiff(diff: EvidenceDiff): string {
  const waiver = ({ rule, resource, ticket, expires }: EvidenceDiff['waiversAdded'][number]) =>
    `${rule} on ${resource} (${ticket}, until ${expires})`;
  const sections: readonly (readonly [title: string, rows: readonly string[]])[] = [
    ['new', diff.appeared.map(row)],
    ['fixed', diff.fixed.map(row)],
    ['no longer judged', diff.unjudged.map(row)],
    ['now waived', diff.waived.map(row)],
    [
      'changed',
      diff.changed.map(({ before, after }) => `${row(after)} (was: ${before.verdict}, ${before.message})`),
    ],
    ['asked for', diff.asked.map(({ before, after }) => `${before} -> ${after}`)],
    ['rules added', diff.rulesAdded],
    ['rules removed', diff.rulesRemoved],
    ['waivers added', diff.waiversAdded.map(waiver)],
    ['waivers ended', diff.waiversEnded.map(waiver)],
    [
      'law',
      diff.coverage.map(({ before, after }) => `${after.control}: ${support(before)} -> ${support(after)}`),
    ],
  ];
  const told = sections.flatMap(([title, rows]) =>
    rows.length === 0
      ? []
      : [
          `${title} (${rows.length})`,
          ...rows.slice(0, MOST_ROWS).map((text) => `  ${printable(text)}`),
          ...(rows.length > MOST_ROWS ? [`  and ${rows.length - MOST_ROWS} more: --format json`] : []),
          '',
        ],
  );
  const count = (list: readonly unknown[]) => list.length;
  const total = `${count(diff.appeared)} new, ${count(diff.fixed)} fixed, ${count(diff.unjudged)} no longer judged, ${count(diff.waived)} now waived, ${count(diff.changed)} changed`;
  return `${[...told, total].join('\n')}\n`;
}

function row(finding: ReportedFinding): string {
  return `${finding.verdict} ${finding.rule} on ${resourceOf(finding)}: ${seenIn(finding)}`;
}

/** What stands before the duty that remains, which is the same in both. */
function support({ statement }: CoverageRecord): string {
  return statement.split('; ')[0] ?? statement;
}
