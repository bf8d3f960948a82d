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
}

export function isTombstone(item: Item): boolean {
  return item[SORT_KEY]?.S === TOMBSTONE;
}

export function tombstoneItem({ tenant, begunAt, deleted, finished }: Tombstone): Item {
  return {
    [PARTITION_KEY]: { S: tenant },
    [SORT_KEY]: { S: TOMBSTONE },
    'begun-at': { S: begunAt },
    deleted: { S: JSON.stringify(deleted) },
    ...(finished && { finished: { S: JSON.stringify(finished) } }),
  };
}

export function readTombstone(item: Item): Tombstone {
  const text = (name: string): string | undefined => item[name]?.S;
  const finished = text('finished');
  return {
    tenant: text(PARTITION_KEY) ?? '',
    begunAt: text('begun-at') ?? '',
    deleted: JSON.parse(text('deleted') ?? '[]') as DeletedKey[],
    ...(finished !== undefined && { finished: JSON.parse(finished) as NonNullable<Tombstone['finished']> }),
  };
}
