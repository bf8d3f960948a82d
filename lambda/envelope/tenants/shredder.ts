import { ACTIVE, CREATE_TIME, SORT_KEY, type BranchKeyStore, type Item } from '../keys/branch-key-row';
import type { ServiceCallObserver } from '../keys/service-call';
import { certificateOf, type ShredCertificate } from './shred-certificate';
import { findCopies } from './table-copies';
import { TenantKeyError } from './tenant-key-error';
import {
  ConditionFailed,
  MOST_WRITES,
  put,
  putNew,
  remove,
  removeUnchanged,
  requireAbsent,
  type RowStore,
  type TenantStore,
} from './tenant-store';
import { isTombstone, readTombstone, tombstoneItem, type Tombstone } from './tombstone';

/** Keeps a certificate where nobody can alter it, such as a bucket with Object Lock. */
export type CertificateVault = (certificate: ShredCertificate) => void | Promise<void>;

export interface ShredderProps extends BranchKeyStore {
  readonly store: TenantStore;
  readonly dynamodb: RowStore;
  readonly vault: CertificateVault;
  /** Longest time any process keeps a key. */
  readonly cacheTtlSeconds: number;
  readonly observe: ServiceCallObserver | undefined;
  readonly now: () => Date;
}

const TRIES = 3;

/**
 * Deletes the keys of a tenant in steps that may each be the last: a tombstone in the place of the active row first, so that
 * nothing new is sealed and nothing is added; then every other row; then the certificate; then the tombstone's last word.
 * Whoever begins again goes on where it ended, and gets the same certificate.
 */
export class Shredder {
  constructor(private readonly props: ShredderProps) {}

  /** @throws TenantKeyError NO_TENANT, CHANGED_MEANWHILE, NOT_RECORDED */
  async shred(tenant: string): Promise<ShredCertificate> {
    const { store, vault, tableName, dynamodb, observe, now } = this.props;
    const tombstone = await this.#begin(tenant);
    if (tombstone.finished !== undefined) return this.#certificate(tombstone, tombstone.finished);
    await this.#deleteRows(tenant);
    const finished = {
      at: now().toISOString(),
      copies: await findCopies(dynamodb, tableName, observe),
    };
    const certificate = this.#certificate(tombstone, finished);
    try {
      await vault(certificate);
    } catch {
      throw new TenantKeyError(
        'NOT_RECORDED',
        `every key of '${tenant}' is deleted, but the vault did not take the certificate; shred it again`,
      );
    }
    await store.write([put(tableName, tombstoneItem({ ...tombstone, finished }))]);
    return certificate;
  }

  async #begin(tenant: string): Promise<Tombstone> {
    const { store, tableName, now } = this.props;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const rows = await store.rows(tenant);
      const known = rows.find(isTombstone);
      if (known !== undefined) return readTombstone(known);
      if (rows.length === 0) {
        throw new TenantKeyError('NO_TENANT', `there are no keys of '${tenant}' in ${tableName}`);
      }
      const deleted = rows.map((row) => ({
        type: row[SORT_KEY]?.S ?? '',
        createTime: row[CREATE_TIME]?.S ?? '',
      }));
      const tombstone = { tenant, begunAt: now().toISOString(), deleted };
      const active = rows.find((row) => row[SORT_KEY]?.S === ACTIVE);
      try {
        await store.write([
          putNew(tableName, tombstoneItem(tombstone)),
          // a rotation in between would have added a row the certificate does not name
          active === undefined
            ? requireAbsent(tableName, tenant, ACTIVE)
            : removeUnchanged(tableName, active),
        ]);
        return tombstone;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    }
    throw new TenantKeyError(
      'CHANGED_MEANWHILE',
      `the keys of '${tenant}' kept changing; nothing was deleted: stop what rotates them and shred again`,
    );
  }

  async #deleteRows(tenant: string): Promise<void> {
    const { store, tableName } = this.props;
    for (;;) {
      const rows = (await store.rows(tenant)).filter((row: Item) => !isTombstone(row));
      if (rows.length === 0) return;
      for (let at = 0; at < rows.length; at += MOST_WRITES) {
        await store.write(rows.slice(at, at + MOST_WRITES).map((row) => remove(tableName, row)));
      }
    }
  }

  #certificate(tombstone: Tombstone, finished: NonNullable<Tombstone['finished']>): ShredCertificate {
    return certificateOf(tombstone, finished, this.props, this.props.cacheTtlSeconds);
  }
}
