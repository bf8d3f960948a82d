import { ACTIVE, activeVersion, CREATE_TIME, rowOf, versionType, type Item } from '../keys/branch-key-row';
import { isTombstone, readTombstone } from './tombstone';

/** How the keys of a tenant stand. */
export interface TenantStatus {
  readonly tenant: string;
  /**
   * `absent`: never created. `active`: seals and opens. `damaged`: the active version has no row, or is of another KMS key
   * or store; nothing is sealed, other versions still open. `shredding`: begun and not finished, or keys came back; shred
   * again. `shredded`: for good.
   */
  readonly state: 'absent' | 'active' | 'damaged' | 'shredding' | 'shredded';
  /** The version that seals. */
  readonly activeVersion?: string;
  /** ISO 8601: when the tenant's key was rotated last. */
  readonly activeSince?: string;
  /** Number of versions that open. */
  readonly versions: number;
}

/**
 * Reads the rows of a tenant. KMS is not asked: a row that was altered shows when it is used.
 *
 * @param items all rows of the tenant
 */
export function statusOf(
  tenant: string,
  items: readonly Item[],
  store: { readonly logicalKeyStoreName: string; readonly keyArn: string },
): TenantStatus {
  const rows = items.flatMap((item) => (isTombstone(item) ? [] : (rowOf(item, store) ?? [])));
  const types = new Set(rows.map(({ type }) => type));
  const versions = [...types].filter((type) => type.startsWith(versionType(''))).length;
  const tombstone = items.find(isTombstone);
  if (tombstone !== undefined) {
    // rows beside it are left, or came back with a restored backup
    const isDone = readTombstone(tombstone).recorded && items.length === 1;
    const state = isDone ? 'shredded' : 'shredding';
    return { tenant, state, versions };
  }
  if (items.length === 0) return { tenant, state: 'absent', versions };
  const active = rows.find(({ type }) => type === ACTIVE);
  const version = active && activeVersion(active);
  if (active === undefined || version === undefined || !types.has(versionType(version))) {
    return { tenant, state: 'damaged', versions };
  }
  const { [CREATE_TIME]: activeSince = '' } = active.encryptionContext;
  return { tenant, state: 'active', activeVersion: version, activeSince, versions };
}
