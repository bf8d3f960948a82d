import { groupBy } from '../group-by';
import { EVIDENCE_FILES, type Evidence, type RuleRecord } from './evidence';
import { accessMarkdown, approvalsMarkdown } from './markdown-access';
import { code, linkTarget, more, text } from './markdown-text';
import { findingReport, resourceOf, worstFirst, type ReportedFinding } from './reported-finding';

/** A comment on a pull request holds 65,536 characters on the strictest of the code hosts. */
const MOST_RULES = 15;
const MOST_RESOURCES = 8;
const MOST_ROWS = 10;

export interface MarkdownOptions {
  /**
   * Where the report can be opened.
   * @default - its path in the cloud assembly is named
   */
  readonly reportUrl?: string | undefined;
}

/** A summary to read in a pull request: the decision, what blocks, which waivers end; the report has the rest. */
export function renderMarkdown(evidence: Evidence, { reportUrl }: MarkdownOptions = {}): string {
  const { summary, environment, asOf } = evidence;
  const name = environment === undefined ? '' : ` for ${text(environment)}`;
  const report = `${EVIDENCE_FILES.directory}/${EVIDENCE_FILES.html}`;
  const sections = [
    `## HIPAA evidence${name}: ${summary.blocks ? 'blocked' : 'nothing blocks'}`,
    counts(evidence),
    ...problems(evidence),
    ...findings(evidence),
    ...ending(evidence),
    ...approvalsMarkdown(evidence),
    ...accessMarkdown(evidence),
    `Judged ${summary.resources} resources in ${summary.stacks} stacks by profile \`${evidence.inputs.rules.profile}\` as of ${asOf}. ${summary.paragraphsSupported} of ${summary.paragraphs} paragraphs of 45 CFR 164 are supported by rules; none is met by code alone. ${
      reportUrl === undefined
        ? `The whole report is \`${report}\` in the cloud assembly.`
        : `[The whole report](${linkTarget(reportUrl)}).`
    }`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function counts({ summary }: Evidence): string {
  const { verdicts, blockingBySeverity: by } = summary;
  return [
    '| findings | unknown | waived | compliant | not applicable | blocking: fatal | error | warning |',
    '|--:|--:|--:|--:|--:|--:|--:|--:|',
    `| ${verdicts.finding} | ${verdicts.unknown} | ${verdicts.waived} | ${verdicts.compliant} | ${verdicts['not-applicable']} | ${by.fatal} | ${by.error} | ${by.warning} |`,
  ].join('\n');
}

function problems({ problems: all }: Evidence): string[] {
  const blocking = all.filter(({ blocks }) => blocks);
  if (blocking.length === 0) return [];
  const rows = blocking.slice(0, MOST_ROWS).map(({ code, message }) => `- \`${code}\` ${text(message)}`);
  return [`### Problems\n\n${[...rows, ...more(blocking.length - MOST_ROWS, 'problems')].join('\n')}`];
}

function findings(evidence: Evidence): string[] {
  const report = findingReport(evidence);
  const open = worstFirst(report).filter(({ waiver }) => waiver === undefined);
  if (open.length === 0) return [];
  const rules = new Map(evidence.rules.map((rule) => [rule.id, rule]));
  const groups = [...groupBy(open, ({ rule }) => rule)];
  const shown = groups.slice(0, MOST_RULES).map(([id, rows]) => group(id, rules.get(id), rows));
  const left = more(groups.length - MOST_RULES, 'rules with findings');
  return [['### What blocks', ...shown, ...left].join('\n\n')];
}

function group(id: string, rule: RuleRecord | undefined, rows: readonly ReportedFinding[]): string {
  const head = rule
    ? `**${text(rule.title)}** (${code(id)}, ${rule.severity}${rule.controls.map((control) => `, ${text(control)}`).join('')})\nFix: ${text(rule.fix)}.`
    : `**${code(id)}**`;
  const lines = rows.slice(0, MOST_RESOURCES).map((finding) => {
    const { property, message, source, verdict } = finding;
    const place = source ? ` at ${code(`${source.file}:${source.line}`)}` : '';
    const what = `${property === '' ? '' : `${code(property)} `}${text(message)}`;
    return `- ${code(resourceOf(finding))}${place}: ${verdict === 'unknown' ? 'unknown, ' : ''}${what}`;
  });
  return `${head}\n\n${[...lines, ...more(rows.length - MOST_RESOURCES, 'more')].join('\n')}`;
}

function ending({ waivers }: Evidence): string[] {
  const soon = waivers.filter(({ status }) => status === 'expires-soon' || status === 'expired');
  if (soon.length === 0) return [];
  const rows = [...soon]
    .sort((a, b) => (a.expires < b.expires ? -1 : a.expires > b.expires ? 1 : 0))
    .slice(0, MOST_ROWS)
    .map(
      ({ rule, resource, expires, ticket, owner, status }) =>
        `- ${expires}${status === 'expired' ? ', expired' : ''}: ${code(rule)} on ${code(resource)}, ${text(ticket)}, owner ${text(owner)}`,
    );
  return [`### Waivers that end\n\n${[...rows, ...more(soon.length - MOST_ROWS, 'waivers')].join('\n')}`];
}
