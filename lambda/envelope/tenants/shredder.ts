import { ACTIVE, CREATE_TIME, SORT_KEY, type BranchKeyStore, type Item } from '../keys/branch-key-row';
import type { ServiceCallObserver } from '../keys/service-call';
import { certificateOf, type ShredCertificate } from './shred-certificate';
import { findCopies } from './table-copies';
import { TenantKeyError } from './tenant-key-error';
import {
  ConditionFailed,
  MOST_WRITES,
  putNew,
  remove,
  removeUnchanged,
  replace,
  requireAbsent,
  type RowStore,
  type TenantStore,
} from './tenant-store';
import {
  FINISHED,
  isTombstone,
  readTombstone,
  TOMBSTONE,
  tombstoneItem,
  type DeletedKey,
  type FinishedTombstone,
  type Tombstone,
} from './tombstone';

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
 * nothing new is sealed and nothing is added; then every other row; then what the certificate says, into the tombstone; then
 * the certificate, into the vault; then the tombstone's last word. Whoever begins again goes on where it ended, and gets the
 * same certificate. Rows that were brought back later, as from a backup, are deleted with a new one.
 */
export class Shredder {
  constructor(private readonly props: ShredderProps) {}

  /** @throws TenantKeyError NO_TENANT, CHANGED_MEANWHILE, NOT_RECORDED */
  async shred(tenant: string): Promise<ShredCertificate> {
    const begun = await this.#begin(tenant);
    try {
      return await this.#record(await this.#finish(await this.#deleteRows(begun)));
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw new TenantKeyError(
        'CHANGED_MEANWHILE',
        `somebody else is at the rows of '${tenant}'; its shredding has begun: shred it again`,
      );
    }
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
      const deleted = rows.map(nameOf);
      const tombstone = { tenant, begunAt: now().toISOString(), deleted, recorded: false };
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

  async #deleteRows(begun: Tombstone): Promise<Tombstone> {
    const { store, tableName } = this.props;
    let tombstone = begun;
    for (;;) {
      const rows = (await store.rows(begun.tenant)).filter((row) => !isTombstone(row));
      if (rows.length === 0) return tombstone;
      tombstone = await this.#name(rows, tombstone);
      for (let at = 0; at < rows.length; at += MOST_WRITES) {
        await store.write(rows.slice(at, at + MOST_WRITES).map((row) => remove(tableName, row)));
      }
    }
  }

  /** No row is deleted that the certificate will not name. */
  async #name(rows: readonly Item[], tombstone: Tombstone): Promise<Tombstone> {
    const { tenant, begunAt, deleted, finished } = tombstone;
    const isNamed = ({ type, createTime }: DeletedKey): boolean =>
      deleted.some((known) => known.type === type && known.createTime === createTime);
    const unnamed = rows.map(nameOf).filter((row) => !isNamed(row));
    if (unnamed.length === 0 && finished === undefined) return tombstone;
    const renewed = { tenant, begunAt, deleted: [...deleted, ...unnamed], recorded: false };
    await this.#replace(tombstone, renewed);
    return renewed;
  }

  /** Settles what the certificate says before anybody is given it. */
  async #finish(tombstone: Tombstone): Promise<FinishedTombstone> {
    const { store, dynamodb, tableName, observe, now } = this.props;
    if (isFinished(tombstone)) return tombstone;
    const at = now().toISOString();
    const finished = {
      ...tombstone,
      finished: { at, copies: await findCopies(dynamodb, tableName, observe) },
    };
    try {
      await this.#replace(tombstone, finished);
      return finished;
    } catch (error) {
      const item = error instanceof ConditionFailed && (await store.row(tombstone.tenant, TOMBSTONE));
      const others = item ? readTombstone(item) : undefined;
      // somebody who shredded at the same time has settled it
      if (others !== undefined && isFinished(others)) return others;
      throw error;
    }
  }

  async #record(tombstone: FinishedTombstone): Promise<ShredCertificate> {
    const { vault, cacheTtlSeconds } = this.props;
    const certificate = certificateOf(tombstone, this.props, cacheTtlSeconds);
    if (tombstone.recorded) return certificate;
    try {
      await vault(certificate);
    } catch {
      throw new TenantKeyError(
        'NOT_RECORDED',
        `every key of '${tombstone.tenant}' is deleted, but the vault did not take the certificate; shred it again`,
      );
    }
    await this.#replace(tombstone, { ...tombstone, recorded: true });
    return certificate;
  }

  async #replace(tombstone: Tombstone, next: Tombstone): Promise<void> {
    const { store, tableName } = this.props;
    await store.write([replace(tableName, tombstoneItem(next), tombstoneItem(tombstone), FINISHED)]);
  }
}

function isFinished(tombstone: Tombstone): tombstone is FinishedTombstone {
  return tombstone.finished !== undefined;
}

function nameOf(row: Item): DeletedKey {
  return { type: row[SORT_KEY]?.S ?? '', createTime: row[CREATE_TIME]?.S ?? '' };
}
