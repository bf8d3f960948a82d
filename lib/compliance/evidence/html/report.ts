import { groupBy } from '../../group-by';
import type { CoverageRecord, Evidence, Problem, RuleRecord, SourceRecord, VerdictRecord } from '../evidence';
import { code, markup, join, Markup, plural, type Part } from './markup';

export type Verdict = VerdictRecord['verdict'];

/** The evidence with what the sections look up in it. */
export interface Report {
  readonly evidence: Evidence;
  readonly rules: ReadonlyMap<string, Anchored<RuleRecord>>;
  readonly paragraphs: ReadonlyMap<string, Anchored<CoverageRecord>>;
  /** Verdicts that stop a deployment, by rule; the gravest rule first. */
  readonly open: ReadonlyMap<string, readonly VerdictRecord[]>;
  readonly blockingProblems: readonly Problem[];
  /** By template and logical id. */
  readonly sources: ReadonlyMap<string, SourceRecord>;
}

/** A row of the evidence and the id of its place on the page. Ids are numbered: template text never becomes one. */
export interface Anchored<Row> {
  readonly row: Row;
  readonly anchor: string;
}

const GRAVITY: readonly RuleRecord['severity'][] = ['fatal', 'error', 'warning'];

export function reportOf(evidence: Evidence): Report {
  const rules = new Map(evidence.rules.map((row, index) => [row.id, { row, anchor: `r${index + 1}` }]));
  const open = evidence.verdicts.filter(({ verdict }) => verdict === 'finding' || verdict === 'unknown');
  const gravity = (rule: string) => {
    const severity = rules.get(rule)?.row.severity;
    return severity ? GRAVITY.indexOf(severity) : 0;
  };
  return {
    evidence,
    rules,
    paragraphs: new Map(
      evidence.coverage.map((row, index) => [row.control, { row, anchor: `p${index + 1}` }]),
    ),
    open: new Map([...groupBy(open, ({ rule }) => rule)].sort(([a], [b]) => gravity(a) - gravity(b))),
    blockingProblems: evidence.problems.filter((problem) => problem.blocks),
    sources: new Map(evidence.sources.map((row) => [`${row.template}\n${row.logicalId}`, row])),
  };
}

export function resourceName(verdict: VerdictRecord): string {
  return verdict.constructPath ?? `${verdict.template}#${verdict.logicalId}`;
}

const CLASSES: Readonly<Record<Verdict, string>> = {
  compliant: 'c',
  finding: 'f',
  waived: 'w',
  unknown: 'u',
  'not-applicable': 'n',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  compliant: 'compliant',
  finding: 'finding',
  waived: 'waived',
  unknown: 'unknown',
  'not-applicable': 'not applicable',
};

/** A verdict as a word. Colour and border only repeat what the word says. */
export function verdictTag(verdict: Verdict): Markup {
  return markup`<span class="t ${CLASSES[verdict]}">${VERDICT_WORDS[verdict]}</span>`;
}

/** A table cell that shows a mark; the word is there for everyone who does not see the mark. */
export function verdictCell(verdict: Verdict): Markup {
  return markup`<td class="${CLASSES[verdict]}">${VERDICT_WORDS[verdict]}</td>`;
}

export function ruleLink(report: Report, id: string): Markup {
  const anchor = report.rules.get(id)?.anchor;
  return anchor === undefined ? code(id) : markup`<a href="#${anchor}">${code(id)}</a>`;
}

export function paragraphLinks(report: Report, controls: readonly string[]): Markup {
  if (controls.length === 0) return new Markup('none cited');
  const links = controls.map((control) => {
    const anchor = report.paragraphs.get(control)?.anchor;
    return anchor === undefined ? control : markup`<a href="#${anchor}">${control}</a>`;
  });
  return join(links, new Markup(' '));
}

export function severityTag(severity: RuleRecord['severity']): Markup {
  return markup`<span class="s ${severity}">${severity}</span>`;
}

/** A part of the page that the table of contents leads to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Beside the title in the table of contents. */
  readonly note?: string | number;
  readonly body: Part;
}

export function resourcesIn(verdicts: readonly VerdictRecord[]): string {
  const names = new Set(verdicts.map((verdict) => `${verdict.template}\n${verdict.logicalId}`));
  return plural(names.size, 'resource');
}
