import { groupBy } from '../../group-by';
import type { WaiverRecord } from '../evidence';
import { breakable, code, markup, plural, type Markup } from './markup';
import { ruleLink, type Report, type Section } from './report';
import { table } from './table';

const STATUS: Readonly<Record<WaiverRecord['status'], string>> = {
  'in-force': 'in force',
  'expires-soon': 'expires soon',
  expired: 'expired',
  unused: 'unused',
  refused: 'refused',
  'other-environment': 'other environment',
  'other-profile': 'rule not in this profile',
};

/** Every waiver, of the file and in code: what was accepted, by whom, until when, and what was not accepted and why not. */
export function waiversSection(report: Report): Section {
  const { waivers, verdicts } = report.evidence;
  const observations = verdicts.flatMap((verdict) => verdict.observations);
  const covered = groupBy(observations, ({ waiver }) => waiver);
  const rows = waivers.map((waiver, index) => row(report, waiver, index, covered.get(index)?.length ?? 0));
  const { waiversInForce } = report.evidence.summary;
  const caption = `${plural(waivers.length, 'waiver')}, of which ${waiversInForce} in force`;
  const columns = ['Status', 'Deviation', 'Reason', 'Alternative measure', 'Accountable'];
  return {
    id: 'waivers',
    title: 'Waivers',
    note: waivers.length,
    body:
      waivers.length === 0
        ? markup`<p>No deviation was put forward.</p>`
        : table({ kind: 'wv', caption, columns }, rows),
  };
}

function row(report: Report, waiver: WaiverRecord, index: number, covered: number): Markup {
  const { property, environments } = waiver;
  const scope = [
    ...(property === undefined ? [] : [markup`<br>property ${code(property)}`]),
    ...(environments === undefined ? [] : [markup`<br>only in ${environments.join(', ')}`]),
  ];
  const status = markup`${index + 1}. <strong>${STATUS[waiver.status]}</strong><small>expires ${waiver.expires}</small><small>covers ${plural(covered, 'observation')}</small>${waiver.source === 'inline' ? markup`<small>written in code</small>` : undefined}`;
  const deviation = markup`${ruleLink(report, waiver.rule)}<small>on ${breakable(waiver.resource)}${scope}</small>`;
  const accountable = markup`<dl class="a"><dt>Owner</dt><dd>${waiver.owner}</dd><dt>Approver</dt><dd>${waiver.approver}</dd><dt>Ticket</dt><dd>${breakable(waiver.ticket)}</dd></dl>`;
  return markup`<tr id="w${index + 1}"><td>${status}</td><th scope="row">${deviation}</th><td>${waiver.reason}</td><td>${waiver.alternative}</td><td>${accountable}</td></tr>
`;
}
