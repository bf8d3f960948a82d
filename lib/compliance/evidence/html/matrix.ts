import { groupBy } from '../../group-by';
import { VERDICTS, type VerdictRecord } from '../evidence';
import { filterBox } from './filter';
import { breakable, code, markup, Markup, plural } from './markup';
import {
  resourceName,
  ruleLink,
  verdictCell,
  verdictTag,
  type Report,
  type Section,
  type Verdict,
} from './report';
import { table } from './table';

/** Up to so many resources of a type stand side by side with their verdicts in words. */
const WIDEST_IN_WORDS = 4;
/** More columns than this do not fit on paper. */
const WIDEST_IN_MARKS = 20;

/** Tens of thousands of these: without the end tag, which HTML lets one leave out. */
const CELLS = new Map(VERDICTS.map((verdict) => [verdict, verdictCell(verdict)]));
const TAGS = new Map(VERDICTS.map((verdict) => [verdict, markup`<td>${verdictTag(verdict)}</td>`]));
const SILENT = markup`<td></td>`;
const WORST_FIRST: readonly Verdict[] = ['finding', 'unknown', 'waived', 'compliant', 'not-applicable'];

/**
 * All verdicts. A rule looks at few resource types, so one table of rules × resources would be nearly empty: there is
 * one per resource type.
 */
export function matrixSection(report: Report): Section {
  const { verdicts } = report.evidence;
  const types = [...groupBy(verdicts, ({ resourceType }) => resourceType)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const tables = types.map(([type, rows]) => typeTables(report, type, rows));
  const marks = VERDICTS.map(
    (verdict) => markup`<tr>${CELLS.get(verdict)}<th scope="row">${verdictTag(verdict)}</th></tr>`,
  );
  const body = markup`<p>Every verdict, by resource type. Tables with many resources show marks in place of words; an empty cell means that the rule said nothing of the resource.</p>
<table class="x key" aria-label="Marks">${marks}</table>
${filterBox('Filter resources, rules and verdicts')}${tables}`;
  return { id: 'matrix', title: 'Rules and resources', note: verdicts.length, body };
}

interface Grid {
  readonly rules: readonly string[];
  readonly resources: readonly VerdictRecord[][];
}

function typeTables(report: Report, type: string, verdicts: readonly VerdictRecord[]): Markup {
  const spoke = new Set(verdicts.map(({ rule }) => rule));
  const rules = [...new Set([...report.rules.keys(), ...spoke])].filter((rule) => spoke.has(rule));
  const resources = [...groupBy(verdicts, (row) => `${row.template}\n${row.logicalId}`).values()];
  const size = `${plural(resources.length, 'resource')}, ${plural(rules.length, 'rule')}`;
  const tables =
    resources.length <= WIDEST_IN_WORDS
      ? inWords(report, type, { rules, resources })
      : chunks(rules, WIDEST_IN_MARKS).map((some) => inMarks(report, type, { rules: some, resources }));
  return markup`<details open><summary><h3>${breakable(type)}</h3> <span>${size}</span></summary>
${tables}</details>
`;
}

/** A row per rule, a column per resource. */
function inWords(report: Report, type: string, { rules, resources }: Grid): Markup {
  const byResource = resources.map(verdictByRule);
  const rows = rules.map((rule) => {
    const cells = byResource.map((verdicts) => shown(TAGS, verdicts.get(rule)));
    return markup`<tr><th scope="row">${ruleLink(report, rule)}</th>${cells}</tr>\n`;
  });
  const caption = `${type}: rules by resource`;
  const columns = ['Rule', ...resources.map(nameOf)];
  return table({ kind: 'words', caption, captionHidden: true, columns }, rows);
}

/** A row per resource, a column per rule. */
function inMarks(report: Report, type: string, { rules, resources }: Grid): Markup {
  const rows = resources.map((verdicts) => {
    const said = verdictByRule(verdicts);
    let cells = '';
    for (const rule of rules) cells += shown(CELLS, said.get(rule)).text;
    return markup`<tr><th scope="row">${nameOf(verdicts)}</th>${new Markup(cells)}</tr>\n`;
  });
  const caption = `${type}: resources by rule`;
  const columns = ['Resource', ...rules.map((rule) => markup`<span>${ruleLink(report, rule)}</span>`)];
  // wider than a narrow screen: scrolls by keyboard as well
  return markup`<div class="sc" role="region" aria-label="${caption}" tabindex="0">${table({ kind: 'x', caption, captionHidden: true, columns }, rows)}</div>
`;
}

function shown(cells: ReadonlyMap<Verdict, Markup>, verdict: Verdict | undefined): Markup {
  return (verdict && cells.get(verdict)) ?? SILENT;
}

/** Should a rule have spoken twice of a resource, what is worse counts. */
function verdictByRule(rows: readonly VerdictRecord[]): ReadonlyMap<string, Verdict> {
  const worst = new Map<string, Verdict>();
  for (const { rule, verdict } of rows) {
    const before = worst.get(rule);
    if (before === undefined || WORST_FIRST.indexOf(verdict) < WORST_FIRST.indexOf(before))
      worst.set(rule, verdict);
  }
  return worst;
}

function nameOf([first]: readonly VerdictRecord[]): Markup {
  return code(first === undefined ? '' : resourceName(first));
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
