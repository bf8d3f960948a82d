import type { ApprovalsRecord } from '../evidence';
import { breakable, code, markup, type Markup } from './markup';
import type { Report, Section } from './report';
import { table } from './table';

/** What somebody approved, by whom, and until when: policies do not say that. */
export function approvalsSection({ evidence }: Report): Section {
  const { approvals } = evidence;
  const head = { id: 'approvals', title: 'Approvals' };
  if (!approvals) return { ...head, body: markup`<p>The templates carry no approval.</p>` };
  const { models, exceptions, associates } = approvals;
  const tables = [
    part('Approved models', MODEL_COLUMNS, models.map(modelRow)),
    part('Approved exceptions', EXCEPTION_COLUMNS, exceptions.map(exceptionRow)),
    part('Business associates reached over the internet', ASSOCIATE_COLUMNS, associates.map(associateRow)),
  ];
  return {
    ...head,
    note: models.length + exceptions.length + associates.length,
    body: markup`<p>As constructs wrote them into the metadata of the templates. The register and the records they name are elsewhere.</p>
${tables}`,
  };
}

const MODEL_COLUMNS = ['Model', 'Called in', 'Data', 'Retention it needs', 'Agreement', 'Approval', 'Review'];
const EXCEPTION_COLUMNS = ['Calls', 'Who may', 'Approval'];
const ASSOCIATE_COLUMNS = ['Name', 'Hosts', 'Agreement', 'Review'];

function part(caption: string, columns: readonly string[], rows: readonly Markup[]): Markup | undefined {
  return rows.length === 0 ? undefined : table({ kind: 'ap', caption, columns }, rows);
}

function modelRow(row: ApprovalsRecord['models'][number]): Markup {
  const { inferenceProfile, destinationRegions } = row;
  const profile =
    inferenceProfile === undefined
      ? undefined
      : markup`<small>through ${breakable(inferenceProfile)}, answering in ${destinationRegions.join(', ')}</small>`;
  return markup`<tr><th scope="row">${breakable(row.modelId)}${profile}</th><td>${row.regions.join(', ')}</td><td>${row.dataClasses.join(', ')}</td><td>${row.retentionNeed}</td><td>${row.baaEntry}</td><td>${decision(row)}</td><td>${review(row)}</td></tr>
`;
}

function exceptionRow(row: ApprovalsRecord['exceptions'][number]): Markup {
  const who = row.principals.map((each) => markup`${code(each)} `);
  return markup`<tr><th scope="row">${row.calls}<small>${row.actions.join(', ')}</small></th><td>${who}</td><td>${decision(row)}</td></tr>
`;
}

function associateRow(row: ApprovalsRecord['associates'][number]): Markup {
  return markup`<tr><th scope="row">${row.name}</th><td>${row.domains.join(', ')}</td><td>${row.baaRecord}</td><td>${review(row)}</td></tr>
`;
}

function decision({
  by,
  on,
  record,
}: {
  readonly by: string;
  readonly on: string;
  readonly record: string;
}): Markup {
  return markup`${by}, ${on}<small>${breakable(record)}</small>`;
}

function review({ reviewBy, status }: { readonly reviewBy: string; readonly status: string }): Markup {
  return status === 'in-force' ? markup`by ${reviewBy}` : markup`<strong>was due by ${reviewBy}</strong>`;
}
