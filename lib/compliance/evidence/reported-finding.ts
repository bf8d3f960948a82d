import type { Severity } from '../rule';
import type { SourceLocation } from '../source-location';
import type { Evidence, VerdictRecord, WaiverRecord } from './evidence';

/** What reports say of a rule: of the evidence's, or of one that was run just now. */
export interface ReportedRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly controls: readonly string[];
  readonly why: string;
  readonly fix: string;
}

/** One observation, open or waived, with what a reader of a list of findings needs. Of the evidence, or of a check. */
export interface ReportedFinding {
  /** Id of a row of {@link FindingReport.rules}. */
  readonly rule: string;
  readonly verdict: 'finding' | 'unknown';
  readonly template: string;
  readonly logicalId: string;
  readonly resourceType: string;
  readonly constructPath?: string;
  readonly property: string;
  readonly message: string;
  readonly source?: SourceLocation;
  /** Set where a run was compared with an earlier one. */
  readonly baselineState?: 'new' | 'unchanged';
  readonly waiver?: Pick<
    WaiverRecord,
    'source' | 'reason' | 'alternative' | 'owner' | 'approver' | 'ticket' | 'expires'
  >;
}

/** What goes wrong around the rules, or should be known about the report. */
export interface Notice {
  readonly code: string;
  readonly message: string;
  readonly blocks: boolean;
}

/** Rules and what they observed: the model of reports that list findings only. */
export interface FindingReport {
  readonly generator: Evidence['generator'];
  /** Tells reports of one repository apart, such as the environment. */
  readonly category: string;
  readonly rules: readonly ReportedRule[];
  readonly findings: readonly ReportedFinding[];
  readonly notices: readonly Notice[];
}

export function findingReport(evidence: Evidence): FindingReport {
  const sources = new Map(evidence.sources.map((source) => [keyOf(source), source]));
  return {
    generator: evidence.generator,
    category: evidence.environment ?? evidence.inputs.rules.profile,
    rules: evidence.rules,
    notices: evidence.problems,
    findings: evidence.verdicts.flatMap((row) => {
      const { rule, template, logicalId, resourceType, constructPath } = row;
      const source = row.observations.length === 0 ? undefined : sources.get(keyOf(row));
      return row.observations.map(({ verdict, property, message, waiver: index }): ReportedFinding => {
        const waiver = index === undefined ? undefined : evidence.waivers[index];
        return {
          rule,
          verdict,
          template,
          logicalId,
          resourceType,
          ...(constructPath === undefined ? {} : { constructPath }),
          property,
          message,
          ...(source ? { source: { file: source.file, line: source.line } } : {}),
          ...(waiver ? { waiver } : {}),
        };
      });
    }),
  };
}

function keyOf({ template, logicalId }: Pick<VerdictRecord, 'template' | 'logicalId'>): string {
  return `${template}\n${logicalId}`;
}

export function resourceOf(
  finding: Pick<ReportedFinding, 'template' | 'logicalId' | 'constructPath'>,
): string {
  return finding.constructPath ?? `${finding.template}#${finding.logicalId}`;
}

/** Where and what, in one line; a message about the resource as a whole names it itself. */
export function seenIn({ property, message }: Pick<ReportedFinding, 'property' | 'message'>): string {
  return property === '' ? message : `${property} ${message}`;
}

const GRAVITY: Readonly<Record<Severity, number>> = { fatal: 0, error: 1, warning: 2 };

/** The worst first: open before waived, grave before light, findings before unknowns; else as they came. */
export function worstFirst({ rules, findings }: FindingReport): readonly ReportedFinding[] {
  const gravity = new Map(rules.map(({ id, severity }) => [id, GRAVITY[severity]]));
  const weight = ({ rule, verdict, waiver }: ReportedFinding) =>
    (waiver ? 10 : 0) + 2 * (gravity.get(rule) ?? 0) + (verdict === 'unknown' ? 1 : 0);
  return [...findings].sort((a, b) => weight(a) - weight(b));
}
