import { groupBy } from '../../group-by';
import { VERDICTS, type RuleRecord, type VerdictRecord } from '../evidence';
import { code, Markup, markup, plural } from './markup';
import { paragraphLinks, severityTag, VERDICT_WORDS, type Report, type Section } from './report';
import { table } from './table';

/** Every rule and how often it said what; the rest of the page leads here. */
export function rulesSection(report: Report): Section {
  const { rules, verdicts, summary } = report.evidence;
  const byRule = groupBy(verdicts, ({ rule }) => rule);
  const rows = rules.map((rule) => row(report, rule, byRule.get(rule.id) ?? []));
  const silent = summary.rules - rules.length;
  const caption = 'What each rule demands, and of how many resources it said what';
  const columns = ['Rule', '45 CFR', ...VERDICTS.map((verdict) => ({ figures: VERDICT_WORDS[verdict] }))];
  return {
    id: 'rules',
    title: 'Rules',
    note: rules.length,
    body: markup`${table({ kind: 'ru', caption, columns }, rows)}${
      silent > 0
        ? markup`<p>${plural(silent, 'more rule')} of the packs ran and met no resource to speak of.</p>`
        : undefined
    }`,
  };
}

function row(report: Report, rule: RuleRecord, verdicts: readonly VerdictRecord[]): Markup {
  const counts = VERDICTS.map((verdict) => {
    const count = verdicts.filter((row) => row.verdict === verdict).length;
    const loud = count > 0 && (verdict === 'finding' || verdict === 'unknown');
    return markup`<td class="num">${loud ? markup`<strong>${count}</strong>` : count === 0 ? NONE : count}</td>`;
  });
  return markup`<tr id="${report.rules.get(rule.id)?.anchor}"><th scope="row">${code(rule.id)}<small class="up">${rule.title}</small><small>${severityTag(rule.severity)} ${rule.pack}</small></th><td>${paragraphLinks(report, rule.controls)}</td>${counts}</tr>
`;
}

const NONE = new Markup('<i>0</i>');
