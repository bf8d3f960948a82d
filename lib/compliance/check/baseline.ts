import { isList, isObject, own, type Json, type JsonObject } from '../template/json';
import { UnreadableInput } from '../template/unreadable-input';
import type { CheckFinding, CheckReport } from './check-report';
import { Fingerprints } from './fingerprint';

/** Fingerprints of the findings of a former run. */
export type Baseline = ReadonlySet<string>;

/**
 * Reads a report of `check --format json` as a baseline.
 * @throws UnreadableInput when the text is no such report
 */
export function parseBaseline(text: string, name: string): Baseline {
  let report: Json;
  try {
    report = JSON.parse(text) as Json;
  } catch {
    throw new UnreadableInput(
      `${name}: not valid JSON; a baseline is a report of 'hipaa-ai check --format json'`,
    );
  }
  const findings = isObject(report) ? own(report, 'findings') : undefined;
  if (!isList(findings)) {
    throw new UnreadableInput(
      `${name}: has no 'findings'; a baseline is a report of 'hipaa-ai check --format json'`,
    );
  }
  const fingerprints = new Fingerprints();
  return new Set(
    findings.map((finding, index) => {
      if (!isObject(finding)) throw new UnreadableInput(`${name}: findings.${index} is no finding`);
      const fingerprint = own(finding, 'fingerprint');
      if (typeof fingerprint === 'string') return fingerprint;
      return fingerprints.of({
        rule: textIn(finding, 'rule'),
        template: textIn(finding, 'template'),
        logicalId: textIn(finding, 'logicalId'),
        property: textIn(finding, 'property'),
      });
    }),
  );
}

function textIn(finding: JsonObject, name: string): string {
  const value = own(finding, name);
  return typeof value === 'string' ? value : '';
}

/** The report with each finding marked as new, or as there before; with how many of the baseline are gone. */
export function againstBaseline(report: CheckReport, baseline: Baseline): CheckReport {
  const findings = report.findings.map((finding): CheckFinding => ({
    ...finding,
    baselineState: baseline.has(finding.fingerprint) ? 'unchanged' : 'new',
  }));
  const unchanged = findings.filter(({ baselineState }) => baselineState === 'unchanged').length;
  return {
    findings,
    summary: {
      ...report.summary,
      baseline: { new: findings.length - unchanged, unchanged, gone: baseline.size - unchanged },
    },
  };
}
