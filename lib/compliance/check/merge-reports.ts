import type { CheckReport } from './check-report';
import { Fingerprints } from './fingerprint';
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
  const fingerprints = new Fingerprints();
  const sum = (count: (summary: CheckReport['summary']) => number) =>
    reports.reduce((total, { summary }) => total + count(summary), 0);
  return {
    report: {
      // two assemblies may have stacks of one name: numbered over all, fingerprints stay apart
      findings: reports
        .flatMap(({ findings }) => findings)
        .map((finding) => ({ ...finding, fingerprint: fingerprints.of(finding) })),
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
