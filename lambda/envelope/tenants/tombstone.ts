import { PARTITION_KEY, SORT_KEY, type Item } from '../keys/branch-key-row';
import type { TableCopies } from './table-copies';

/**
 * Type of the row that stays of a shredded tenant: it keeps the id from being used again, and what its certificate needs.
 * It holds no key, and the AWS Encryption SDKs do not read rows of this type.
 */
export const TOMBSTONE = 'tenant:SHREDDED';

/** A row that was deleted. */
export interface DeletedKey {
  readonly type: string;
  /** ISO 8601, as the row said. */
  readonly createTime: string;
}

export interface Tombstone {
  readonly tenant: string;
  /** ISO 8601: from then on nothing can be sealed. */
  readonly begunAt: string;
  readonly deleted: readonly DeletedKey[];
  /** Missing: rows may be left. */
  readonly finished?: { readonly at: string; readonly copies: TableCopies };
  /** Whether the vault has the certificate. */
  readonly recorded: boolean;
}

export type FinishedTombstone = Tombstone & Required<Pick<Tombstone, 'finished'>>;

/** Attribute that shows whether the rows were deleted, and when. */
export const FINISHED = 'finished';
const BEGUN_AT = 'begun-at';
const DELETED = 'deleted';
const RECORDED = 'recorded';

export function isTombstone(item: Item): boolean {
  return item[SORT_KEY]?.S === TOMBSTONE;
}

export function tombstoneItem({ tenant, begunAt, deleted, finished, recorded }: Tombstone): Item {
  return {
    [PARTITION_KEY]: { S: tenant },
    [SORT_KEY]: { S: TOMBSTONE },
    [BEGUN_AT]: { S: begunAt },
    [DELETED]: { S: JSON.stringify(deleted) },
    ...(finished && { [FINISHED]: { S: JSON.stringify(finished) } }),
    [RECORDED]: { BOOL: recorded },
  };
}

export function readTombstone(item: Item): Tombstone {
  const text = (name: string): string | undefined => item[name]?.S;
  const finished = text(FINISHED);
  return {
    tenant: text(PARTITION_KEY) ?? '',
    begunAt: text(BEGUN_AT) ?? '',
    deleted: JSON.parse(text(DELETED) ?? '[]') as DeletedKey[],
    ...(finished !== undefined && { finished: JSON.parse(finished) as NonNullable<Tombstone['finished']> }),
    recorded: item[RECORDED]?.BOOL === true,
  };
}
