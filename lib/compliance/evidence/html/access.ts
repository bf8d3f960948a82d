import { linesOf, type Line } from '../../access-matrix/lines';
import { causeWords, DOOR_WORDS, guardrailWords } from '../../access-matrix/words';
import type { AccessRecord } from '../evidence';
import { breakable, code, join, markup, Markup, plural } from './markup';
import type { Report, Section } from './report';
import { table } from './table';

const COLUMNS = ['Verdict', 'Through', 'From', 'Guardrail', 'Models', 'By'];

/** Who can invoke which model, through which door, from where, with which guardrail: what is open first, then what denies the rest. */
export function accessSection({ evidence }: Report): Section {
  const { accessMatrix: access } = evidence;
  if (!access) {
    return {
      id: 'access',
      title: 'Access to models',
      body: markup`<p>Nothing in these templates is about Amazon Bedrock.</p>`,
    };
  }
  const models = access.models.map(
    ({ name, kind, answersIn, approved, takesGuardrail }, index) =>
      markup`<tr><th scope="row">${index + 1}. ${breakable(name)}</th><td>${kind === 'probe' ? 'asked for to see what stops it' : kind}</td><td>${answersIn.join(', ')}</td><td>${[approved ? 'approval on record' : '', takesGuardrail ? '' : 'takes no guardrail'].filter((each) => each !== '').join(', ')}</td></tr>\n`,
  );
  const left = access.leftOut.map((what) => markup`<li>${what}</li>`);
  const body = markup`<p>Every way to a model, evaluated on the policies of the templates: of identities, boundaries, VPC endpoints, the organization, Bedrock resources and the guardrail's key. Principals that no policy tells apart are together. Nothing was tried in an account.</p>
${left.length === 0 ? undefined : markup`<p>Left out:</p><ul>${left}</ul>`}
${access.rows.map((row) => rowBlock(access, row))}${table({ kind: 'slim', caption: 'Models and profiles', columns: ['Model', 'Kind', 'Answers in', 'Notes'] }, models)}
<h3>What is assumed</h3><ul>${access.assumptions.map((each) => markup`<li>${each}</li>`)}</ul>
`;
  return { id: 'access', title: 'Access to models', note: access.rows.length, body };
}

function rowBlock(access: AccessRecord, { principals, cells }: AccessRecord['rows'][number]): Markup {
  const lines = linesOf(cells);
  const open = lines.filter(({ verdict }) => verdict !== 'denied');
  const closed = lines.filter(({ verdict }) => verdict === 'denied');
  const names = join(
    principals.map(({ name, kind }) => (kind === 'role' || kind === 'user' ? code(name) : name)),
    new Markup(', '),
  );
  const columns = COLUMNS;
  const shown = (some: readonly Line[]) => some.map((line) => lineRow(access, line));
  return markup`<h3>${names}</h3>
${open.length === 0 ? markup`<p>No way is open.</p>\n` : table({ kind: 'ac', caption: 'Open, or not known to be closed', columns }, shown(open))}<details><summary><span>${plural(closed.length, 'way is', 'ways are')} denied</span></summary>
${table({ kind: 'ac', caption: 'Denied', captionHidden: true, columns }, shown(closed))}</details>
`;
}

function lineRow(access: AccessRecord, line: Line): Markup {
  const from = line.from.map((index) => placeName(access, index));
  const causes = line.by.map((cause) => {
    const where = cause.policy === undefined ? undefined : markup`<small>${breakable(cause.policy)}</small>`;
    return markup`${causeWords(cause, line.verdict)}${where}`;
  });
  return markup`<tr><td><strong>${line.verdict}</strong></td><th scope="row">${DOOR_WORDS[line.door]}${line.only ? markup`<small>only ${line.only.join(', ')}</small>` : undefined}</th><td>${join(from, new Markup(', '))}</td><td>${guardrailWords(line.guardrails)}</td><td>${modelNames(access, line)}</td><td>${join(causes, new Markup('<br>'))}</td></tr>
`;
}

function placeName({ places }: AccessRecord, index: number): Markup {
  const place = places[index];
  return place?.service === undefined ? new Markup('elsewhere') : code(place.name);
}

function modelNames({ models }: AccessRecord, { models: some }: Line): Markup {
  if (some === undefined) return new Markup('whatever is behind it');
  if (some.length === models.length) return markup`all ${some.length}`;
  return join(
    some.map((index) => breakable(models[index]?.name ?? '')),
    new Markup('<br>'),
  );
}
