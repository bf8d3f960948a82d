import { csv } from './csv';
import type { Evidence, Problem, RuleRecord, VerdictRecord, WaiverRecord } from './evidence';

/** One line of the table. The keys are the header, in this order; the first ones are those of cdk-nag 2. */
const COLUMNS = [
  'Rule ID',
  'Pack',
  'Severity',
  'Verdict',
  'Resource ID',
  'Resource Type',
  'Template',
  'Logical ID',
  'Property',
  'Message',
  '45 CFR 164 paragraphs',
  'Rule title',
  'Fix',
  'Waiver reason',
  'Waiver alternative',
  'Waiver owner',
  'Waiver approver',
  'Waiver ticket',
  'Waiver expires',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/**
 * The evidence as one table (RFC 4180): a row per observation, or per verdict where nothing was observed, then a row
 * per problem that blocks. A spreadsheet runs none of it: cells that would start a formula get an apostrophe.
 */
export function renderCsv(evidence: Evidence): string {
  const rules = new Map(evidence.rules.map((rule) => [rule.id, rule]));
  const rows = [
    ...evidence.verdicts.flatMap((verdict) =>
      verdictRows(verdict, rules.get(verdict.rule), evidence.waivers),
    ),
    ...evidence.problems.filter((problem) => problem.blocks).map(problemRow),
  ];
  return csv(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
  );
}

function verdictRows(
  verdict: VerdictRecord,
  rule: RuleRecord | undefined,
  waivers: readonly WaiverRecord[],
): readonly Row[] {
  const shared: Row = {
    'Rule ID': verdict.rule,
    Pack: rule?.pack,
    Severity: rule?.severity,
    Verdict: verdict.verdict,
    'Resource ID': verdict.constructPath ?? `${verdict.template}#${verdict.logicalId}`,
    'Resource Type': verdict.resourceType,
    Template: verdict.template,
    'Logical ID': verdict.logicalId,
    '45 CFR 164 paragraphs': rule?.controls.join('; '),
    'Rule title': rule?.title,
    Fix: rule?.fix,
  };
  if (verdict.observations.length === 0) return [shared];
  return verdict.observations.map((observation) => ({
    ...shared,
    // a resource may have one observation waived and another open
    Verdict: observation.waiver === undefined ? observation.verdict : 'waived',
    Property: observation.property,
    Message: observation.message,
    ...(observation.waiver === undefined ? {} : waiverCells(waivers[observation.waiver])),
  }));
}

function waiverCells(waiver: WaiverRecord | undefined): Row {
  return {
    'Waiver reason': waiver?.reason,
    'Waiver alternative': waiver?.alternative,
    'Waiver owner': waiver?.owner,
    'Waiver approver': waiver?.approver,
    'Waiver ticket': waiver?.ticket,
    'Waiver expires': waiver?.expires,
  };
}

function problemRow(problem: Problem): Row {
  return { 'Rule ID': problem.code, Verdict: 'problem', Message: problem.message };
}
