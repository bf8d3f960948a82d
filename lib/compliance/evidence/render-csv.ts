import { csv } from './csv';
import type { Evidence, Problem, WaiverRecord } from './evidence';

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

/** Cells in the order of {@link COLUMNS}. */
type Row = readonly (string | undefined)[];

/**
 * The evidence as one table (RFC 4180): a row per observation, or per verdict where nothing was observed, then a row
 * per problem that blocks. A spreadsheet runs none of it: cells that would start a formula get an apostrophe.
 */
export function renderCsv(evidence: Evidence): string {
  const rules = new Map(
    evidence.rules.map((rule) => [rule.id, { ...rule, paragraphs: rule.controls.join('; ') }]),
  );
  const rows: Row[] = [];
  for (const verdict of evidence.verdicts) {
    const rule = rules.get(verdict.rule);
    const subject = [
      verdict.constructPath ?? `${verdict.template}#${verdict.logicalId}`,
      verdict.resourceType,
      verdict.template,
      verdict.logicalId,
    ];
    const add = (said: string, property?: string, message?: string, waiver?: WaiverRecord) =>
      rows.push([
        verdict.rule,
        rule?.pack,
        rule?.severity,
        said,
        ...subject,
        property,
        message,
        rule?.paragraphs,
        rule?.title,
        rule?.fix,
        waiver?.reason,
        waiver?.alternative,
        waiver?.owner,
        waiver?.approver,
        waiver?.ticket,
        waiver?.expires,
      ]);
    if (verdict.observations.length === 0) add(verdict.verdict);
    for (const { verdict: said, property, message, waiver } of verdict.observations) {
      // a resource may have one observation waived and another open
      if (waiver === undefined) add(said, property, message);
      else add('waived', property, message, evidence.waivers[waiver]);
    }
  }
  return csv(COLUMNS, [...rows, ...evidence.problems.filter((problem) => problem.blocks).map(problemRow)]);
}

function problemRow({ code, message }: Problem): Row {
  const said = new Map<string, string>([
    ['Rule ID', code],
    ['Verdict', 'problem'],
    ['Message', message],
  ]);
  return COLUMNS.map((column) => said.get(column));
}
