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
  code: 'code',
  evidence: 'evidence from code',
  document: 'a document',
  inherited: 'AWS, inherited',
};

/** Every paragraph of the law and what may be said of it, those that no rule speaks to as well. */
export function lawSection({ evidence, paragraphs }: Report): Section {
  const rows = groupBy(paragraphs.values(), ({ row }) => row.law);
  const tables = LAWS.map(([law, title]) => {
    const ofLaw = rows.get(law) ?? [];
    return ofLaw.length === 0 ? undefined : lawTable(title, ofLaw);
  });
  const { paragraphsSupported, paragraphs: total } = evidence.summary;
  const body = markup`<p>Rules support ${paragraphsSupported} of ${total} paragraphs, each in part. <i>Open</i> counts findings and unknowns of the rules that cite the paragraph. <i>Carried by</i> says what kind of thing the duty rests on: code, evidence that code can produce, a document of the organisation, or AWS.</p>
${filterBox('Filter paragraphs')}${tables}`;
  return { id: 'law', title: 'Coverage of the law', note: `${paragraphsSupported} of ${total}`, body };
}

type Row = Anchored<CoverageRecord>;

function lawTable(title: string, rows: readonly Row[]): Markup {
  const silent = rows.filter(({ row }) => row.rules === 0).length;
  const sections = groupBy(rows, ({ row }) => row.control.split('(')[0] ?? '');
  const caption = markup`<b>${title}</b> ${plural(rows.length, 'paragraph')}, ${silent} of them without a rule`;
  const columns = ['45 CFR', 'Subject', 'Carried by', { figures: 'Open' }, 'What may be said'];
  return tableOfBodies(
    { kind: 'law', caption, columns },
    [...sections.values()].map((section) => section.map(paragraphRow)),
  );
}

function paragraphRow({ row, anchor }: Row): Markup {
  const open = row.findings + row.unknowns;
  const figure = row.rules === 0 ? undefined : open === 0 ? '0' : markup`<strong>${open}</strong>`;
  const silent = row.rules === 0 ? markup` class="q0"` : undefined;
  return markup`<tr id="${anchor}"${silent}><th scope="row">${row.control}</th><td>${row.title}<small>${row.type}</small></td><td>${CARRIERS[row.satisfiedBy]}</td><td class="num">${figure}</td><td>${statement(row.statement)}</td></tr>
`;
}

/** What supports the paragraph on one line, the duty that remains on the next; not a letter changed. */
function statement(text: string): Part {
  const at = text.indexOf('; ');
  return at < 0 ? text : markup`${text.slice(0, at + 2)}<span>${text.slice(at + 2)}</span>`;
}
