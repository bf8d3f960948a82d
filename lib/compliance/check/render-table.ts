import { printable } from '../printable';
import { groupBy } from '../group-by';
import type { Severity } from '../rule';
import type { CheckFinding, CheckReport } from './check-report';
import type { RenderContext } from './renderers';

const COLORS: Readonly<Record<Severity, string>> = {
  fatal: '\u001B[1;31m',
  error: '\u001B[31m',
  warning: '\u001B[33m',
};
const PLAIN = '\u001B[0m';

/** The report for a terminal: one block for each rule, one line for each place. Under a baseline, what is new. */
export function renderTable(
  { findings, summary }: CheckReport,
  { isColored }: Pick<RenderContext, 'isColored'> = { isColored: false },
): string {
  const lines: string[] = [];
  const shown = findings.filter(({ baselineState }) => baselineState !== 'unchanged');
  for (const [rule, rows] of groupBy(shown, (finding) => finding.rule)) {
    const [first] = rows;
    if (!first) continue;
    const severity = first.severity.padEnd(8);
    lines.push(
      `${isColored ? COLORS[first.severity] + severity + PLAIN : severity} ${rule}  45 CFR ${first.controls.join(', ')}`,
      `         ${first.title}`,
    );
    for (const row of rows) {
      const kind = row.verdict === 'unknown' ? ' (cannot tell)' : '';
      lines.push(
        printable(`  ${placeOf(row)}  ${row.property}${kind}`),
        printable(`         ${row.message}`),
      );
    }
    lines.push(`  fix:   ${first.fix}`, '');
  }
  lines.push(summaryOf(summary));
  return `${lines.join('\n')}\n`;
}

/** Editors and terminals open `file:line`. */
function placeOf({ template, logicalId, constructPath, source }: CheckFinding): string {
  const where = constructPath ?? `${template}#${logicalId}`;
  if (!source) return where;
  const { file, line, column } = source;
  return `${where}  ${file}:${line}${column === undefined ? '' : `:${column}`}`;
}

function summaryOf(summary: CheckReport['summary']): string {
  const { templates, resources, rules, unexamined, skipped = 0, unreadable = 0, baseline } = summary;
  const rest = [
    unexamined > 0 ? `${unexamined} resources are of types no rule looks at` : '',
    skipped > 0 ? `${skipped} files are no templates` : '',
    unreadable > 0 ? `${unreadable} inputs could not be judged` : '',
    baseline ? `${baseline.new} new, ${baseline.unchanged} in the baseline, ${baseline.gone} of it gone` : '',
  ].filter((part) => part !== '');
  const scope = `${rules} rules on ${resources} resources in ${templates} templates`;
  return [`${summary.findings} findings, ${summary.unknowns} unknown`, scope, ...rest].join('; ');
}
