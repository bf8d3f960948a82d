import type { CheckFinding, CheckReport } from './check-report';
import { numbered } from './fingerprint';
import type { InputResult } from './judge-input';

/** One report over all inputs, in their order, and what could not be judged. */
export interface MergedReport {
  readonly report: CheckReport;
  readonly unreadable: readonly string[];
  /** Given parameters that some input has. */
  readonly declared: ReadonlySet<string>;
}

export function mergeReports(results: readonly InputResult[], rules: number): MergedReport {
  const reports = results.flatMap((result) => (result.kind === 'judged' ? [result.report] : []));
  const unreadable = results.flatMap((result) => (result.kind === 'unreadable' ? [result.message] : []));
  const sum = (count: (summary: CheckReport['summary']) => number) =>
    reports.reduce((total, { summary }) => total + count(summary), 0);
  return {
    report: {
      findings: apart(reports.flatMap(({ findings }) => findings)),
      summary: {
        templates: sum(({ templates }) => templates),
        resources: sum(({ resources }) => resources),
        rules,
        findings: sum(({ findings }) => findings),
        unknowns: sum(({ unknowns }) => unknowns),
        unexamined: sum(({ unexamined }) => unexamined),
        skipped: results.filter(({ kind }) => kind === 'no-template').length,
        unreadable: unreadable.length,
      },
    },
    unreadable,
    declared: new Set(results.flatMap((result) => (result.kind === 'judged' ? result.declared : []))),
  };
}

/** Two assemblies may have stacks of one name: fingerprints are numbered where they meet. */
function apart(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, count + 1);
    return count === 0 ? finding : { ...finding, fingerprint: numbered(finding.fingerprint, count) };
  });
}
