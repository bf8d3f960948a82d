import { groupBy } from '../group-by';
import type { CheckReport } from './check-report';

/** Logical ids and messages quote foreign text: nothing in it may drive the terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '?');
}

/** The report for a terminal: one block for each rule, one line for each place. */
export function renderTable({ findings, summary }: CheckReport): string {
  const lines: string[] = [];
  for (const [rule, rows] of groupBy(findings, (finding) => finding.rule)) {
    const [first] = rows;
    if (!first) continue;
    lines.push(
      `${first.severity.padEnd(8)} ${rule}  45 CFR ${first.controls.join(', ')}`,
      `         ${first.title}`,
    );
    for (const row of rows) {
      const where = row.constructPath ?? `${row.template}#${row.logicalId}`;
      const kind = row.verdict === 'unknown' ? ' (cannot tell)' : '';
      lines.push(printable(`  ${where}  ${row.property}${kind}`), printable(`         ${row.message}`));
    }
    lines.push(`  fix:   ${first.fix}`, '');
  }
  const { templates, resources, rules, unexamined } = summary;
  const rest = unexamined > 0 ? `; ${unexamined} resources are of types no rule looks at` : '';
  const scope = `${rules} rules on ${resources} resources in ${templates} templates`;
  lines.push(`${summary.findings} findings, ${summary.unknowns} unknown; ${scope}${rest}`);
  return `${lines.join('\n')}\n`;
}
