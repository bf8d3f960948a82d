import { groupBy } from '../../group-by';
import type { CoverageRecord } from '../evidence';
import { filterBox } from './filter';
import { markup, plural, type Markup, type Part } from './markup';
import type { Anchored, Report, Section } from './report';
import { tableOfBodies } from './table';

const LAWS: readonly (readonly [CoverageRecord['law'], string])[] = [
  ['security', 'Security Rule'],
  ['privacy', 'Privacy Rule'],
  ['breach', 'Breach Notification Rule'],
];

const CARRIERS: Readonly<Record<CoverageRecord['satisfiedBy'], string>> = {
  code: 'yours, in part by code',
  evidence: 'yours; code gives evidence',
  document: 'yours, by a document',
  inherited: 'that of AWS, inherited',
};

/** Every paragraph of the law and what may be said of it, those that no rule speaks to as well. */
export function lawSection(report: Report): Section {
  const { evidence, paragraphs } = report;
  const rows = groupBy(paragraphs.values(), ({ row }) => row.law);
  const tables = LAWS.map(([law, title]) => {
    const ofLaw = rows.get(law) ?? [];
    return ofLaw.length === 0 ? undefined : lawTable(report, title, ofLaw);
  });
  const { paragraphsSupported, paragraphs: total } = evidence.summary;
  const body = markup`<p>Rules support ${paragraphsSupported} of ${total} paragraphs, each in part. <i>Open</i> counts findings and unknowns of the rules that cite the paragraph. <i>Whose duty</i> says on whom it rests, and what can carry it at best: code, evidence that code can produce, a document of the organisation, or AWS. Where a rule is waived, the decision is named: of an addressable specification it is the record that 164.306(d)(3) asks for.</p>
${filterBox('Filter paragraphs')}${tables}`;
  return { id: 'law', title: 'Coverage of the law', note: `${paragraphsSupported} of ${total}`, body };
}

type Row = Anchored<CoverageRecord>;

function lawTable(report: Report, title: string, rows: readonly Row[]): Markup {
  const silent = rows.filter(({ row }) => row.rules === 0).length;
  const sections = groupBy(rows, ({ row }) => row.control.split('(')[0] ?? '');
  const caption = markup`<b>${title}</b> ${plural(rows.length, 'paragraph')}, ${silent} of them without a rule`;
  const columns = ['45 CFR', 'Subject', 'Whose duty', { figures: 'Open' }, 'What may be said'];
  return tableOfBodies(
    { kind: 'law', caption, columns },
    [...sections.values()].map((section) => section.map((row) => paragraphRow(report, row))),
  );
}

function paragraphRow(report: Report, { row, anchor }: Row): Markup {
  const open = row.findings + row.unknowns;
  const figure = row.rules === 0 ? undefined : open === 0 ? '0' : markup`<strong>${open}</strong>`;
  const silent = row.rules === 0 ? markup` class="q0"` : undefined;
  return markup`<tr id="${anchor}"${silent}><th scope="row">${row.control}</th><td>${row.title}<small>${row.type}</small></td><td>${CARRIERS[row.satisfiedBy]}</td><td class="num">${figure}</td><td>${statement(row.statement)}${decisions(report, row)}</td></tr>
`;
}

/** The deviations from rules that cite the paragraph, each with the measure taken instead. */
function decisions({ evidence }: Report, { decisions: indexes, type }: CoverageRecord): Markup | undefined {
  if (indexes.length === 0) return undefined;
  const items = indexes.map(
    (index) =>
      markup`<li><a href="#w${index + 1}">waiver ${index + 1}</a>: ${evidence.waivers[index]?.alternative}</li>`,
  );
  const name = type === 'addressable' ? 'Decision record, 164.306(d)(3)' : 'Decisions';
  return markup`<small>${name}</small><ul>${items}</ul>`;
}

/** What supports the paragraph on one line, the duty that remains on the next; not a letter changed. */
function statement(text: string): Part {
  const at = text.indexOf('; ');
  return at < 0 ? text : markup`${text.slice(0, at + 2)}<span>${text.slice(at + 2)}</span>`;
}
