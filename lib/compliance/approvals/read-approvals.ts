import {
  APPROVALS_KEY,
  type ApprovalRecord,
  type BusinessAssociateRecord,
  type ExceptionApprovalRecord,
  type ModelApprovalRecord,
} from '../../contract/approvals';
import { isList, isObject, own, type Json, type JsonObject } from '../template/json';
import { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { Template } from '../template/template';

/** A record and its place in the template or resource. */
export interface PlacedApproval {
  readonly path: string;
  /** Undefined when it is not as a construct writes it. */
  readonly approval: ApprovalRecord | undefined;
}

export interface Approvals {
  readonly models: readonly ModelApprovalRecord[];
  readonly exceptions: readonly ExceptionApprovalRecord[];
  readonly associates: readonly BusinessAssociateRecord[];
}

/** What the metadata of templates and resources holds, in order. */
export function approvalsIn(bearers: readonly (Template | Resource)[]): readonly PlacedApproval[] {
  return bearers.flatMap(recordsOf);
}

function recordsOf(bearer: Template | Resource): readonly PlacedApproval[] {
  const [holder, template] =
    bearer instanceof Template ? [bearer.body, bearer] : [bearer.definition, bearer.template];
  const metadata = own(holder, 'Metadata');
  // most resources have none but the path of their construct
  if (!isObject(metadata) || !mayHaveRecords(metadata)) return NONE;
  // conditions may choose among records: each counts
  return Property.of('Metadata', metadata, template)
    .member(APPROVALS_KEY)
    .items()
    .flatMap(({ path, values }) =>
      values
        .filter(({ kind }) => kind !== 'absent')
        .map((value) => ({
          path,
          approval: value.kind === 'literal' ? recordOf(value.value, template) : undefined,
        })),
    );
}

const NONE: readonly PlacedApproval[] = [];

/** Records stand under their key, in the metadata or in what a function makes of it. */
function mayHaveRecords(metadata: JsonObject): boolean {
  for (const name in metadata) {
    if (name === APPROVALS_KEY) return true;
    if (name.startsWith('Fn::')) return JSON.stringify(metadata).includes(APPROVALS_KEY);
  }
  return false;
}

/** All records of some templates and their resources; one that is held several times is there once. */
export function readApprovals(templates: readonly Template[]): Approvals {
  const rows = templates.flatMap((template) =>
    approvalsIn([template, ...template.resources]).flatMap(({ approval }) => approval ?? []),
  );
  const known = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  return {
    models: known.filter((row) => row.kind === 'model'),
    exceptions: known.filter((row) => row.kind === 'exception'),
    associates: known.filter((row) => row.kind === 'business-associate'),
  };
}

/** The last day on which a record holds; an exception has none of its own. */
export function reviewDayOf(approval: ApprovalRecord): string | undefined {
  return approval.kind === 'exception' ? undefined : approval.reviewBy;
}

export function nameOfApproval(approval: ApprovalRecord): string {
  switch (approval.kind) {
    case 'model':
      return `model ${approval.modelId}`;
    case 'exception':
      return `exception for ${approval.calls}`;
    case 'business-associate':
      return `business associate ${approval.name}`;
  }
}

function recordOf(row: Json, template: Template): ApprovalRecord | undefined {
  if (!isObject(row)) return undefined;
  const read = new Fields(row, template);
  const construct = read.text('construct');
  switch (own(row, 'kind')) {
    case 'model': {
      const profile = own(row, 'inferenceProfile');
      return read.complete({
        kind: 'model',
        construct,
        modelId: read.text('modelId'),
        regions: read.texts('regions'),
        ...(profile === undefined ? {} : { inferenceProfile: read.text('inferenceProfile') }),
        destinationRegions: read.texts('destinationRegions'),
        dataClasses: read.texts('dataClasses'),
        retentionNeed: read.text('retentionNeed'),
        baaEntry: read.text('baaEntry'),
        reviewBy: read.day('reviewBy'),
        ...decision(read),
      });
    }
    case 'exception':
      return read.complete({
        kind: 'exception',
        construct,
        calls: read.text('calls'),
        actions: read.texts('actions'),
        principals: read.texts('principals'),
        ...decision(read),
      });
    case 'business-associate':
      return read.complete({
        kind: 'business-associate',
        construct,
        name: read.text('name'),
        domains: read.texts('domains'),
        baaRecord: read.text('baaRecord'),
        reviewBy: read.day('reviewBy'),
      });
    default:
      return undefined;
  }
}

const decision = (read: Fields) => ({
  by: read.text('by'),
  on: read.text('on'),
  record: read.text('record'),
});

/** Members of a record; one that is missing or of another type makes the whole unreadable. */
class Fields {
  #isComplete = true;

  constructor(
    private readonly row: JsonObject,
    private readonly template: Template,
  ) {}

  text(name: string): string {
    const value = own(this.row, name);
    if (typeof value === 'string') return value;
    this.#isComplete = false;
    return '';
  }

  day(name: string): string {
    const text = this.text(name);
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) this.#isComplete = false;
    return text;
  }

  texts(name: string): readonly string[] {
    const { texts, hasGaps, varies } = Property.of(name, own(this.row, name), this.template).list();
    if (hasGaps || varies || !isList(own(this.row, name))) this.#isComplete = false;
    return texts;
  }

  complete<Kind extends ApprovalRecord>(approval: Kind): Kind | undefined {
    return this.#isComplete ? approval : undefined;
  }
}
