import { cells, CRLF } from './csv';
import type { Evidence, VerdictRecord } from './evidence';

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

/**
 * The evidence as one table (RFC 4180): a row per observation, or per verdict where nothing was observed, then a row
 * per problem that blocks. A spreadsheet runs none of it: cells that would start a formula get an apostrophe.
 */
export function renderCsv(evidence: Evidence): string {
  // what rows share is written once: rules in two pieces, since verdict and resource stand between them
  const rules = new Map(
    evidence.rules.map((rule) => [
      rule.id,
      {
        head: cells(rule.id, rule.pack, rule.severity),
        tail: cells(rule.controls.join('; '), rule.title, rule.fix),
        // where nothing is wrong there is nothing to fix
        passed: cells(rule.controls.join('; '), rule.title, ''),
      },
    ]),
  );
  const waivers = evidence.waivers.map((waiver) =>
    cells(waiver.reason, waiver.alternative, waiver.owner, waiver.approver, waiver.ticket, waiver.expires),
  );
  let text = cells(...COLUMNS) + CRLF;
  // rows on one resource follow each other
  let last: VerdictRecord | undefined;
  let subject = '';
  for (const verdict of evidence.verdicts) {
    const { template, logicalId, constructPath, resourceType } = verdict;
    const rule = rules.get(verdict.rule) ?? {
      head: cells(verdict.rule, '', ''),
      tail: NO_RULE,
      passed: NO_RULE,
    };
    if (logicalId !== last?.logicalId || template !== last.template) {
      subject = cells(constructPath ?? `${template}#${logicalId}`, resourceType, template, logicalId);
    }
    last = verdict;
    const { observations } = verdict;
    if (observations.length === 0) {
      text += `${rule.head},${verdict.verdict},${subject},,,${rule.passed},${NO_WAIVER}${CRLF}`;
    }
    for (const { verdict: said, property, message, waiver } of observations) {
      // a resource may have one observation waived and another open
      const word = waiver === undefined ? said : 'waived';
      const by = (waiver === undefined ? undefined : waivers[waiver]) ?? NO_WAIVER;
      text += `${rule.head},${word},${subject},${cells(property, message)},${rule.tail},${by}${CRLF}`;
    }
  }
  for (const { code, message, blocks } of evidence.problems) {
    if (blocks)
      text += `${cells(code, '', '')},problem,,,,,${cells('', message)},${NO_RULE},${NO_WAIVER}${CRLF}`;
  }
  return text;
}

/** Empty cells of paragraphs, title and fix; of the six columns of a waiver. */
const NO_RULE = ',,';
const NO_WAIVER = ',,,,,';
