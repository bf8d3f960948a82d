import { randomUUID } from 'node:crypto';
import { placeOf } from '../binding';
import {
  ACTIVE,
  CREATE_TIME,
  rowOf,
  SORT_KEY,
  VERSION,
  versionContext,
  versionType,
  type BranchKeyStore,
} from '../keys/branch-key-row';
import { CACHE_LIMITS } from '../keys/key-cache';
import type { ServiceCallObserver } from '../keys/service-call';
import { BranchKeyMaker, type KmsRewrapper } from './branch-key-maker';
import type { ShredCertificate } from './shred-certificate';
import { Shredder, type CertificateVault } from './shredder';
import { TenantKeyError } from './tenant-key-error';
import { statusOf, type TenantStatus } from './tenant-status';
import { ConditionFailed, putNew, replace, requireAbsent, TenantStore, type RowStore } from './tenant-store';
import { TOMBSTONE } from './tombstone';

export interface TenantKeysProps extends BranchKeyStore {
  /** Make it with `CLIENT_SETTINGS`. */
  readonly kms: KmsRewrapper;
  /** The same. */
  readonly dynamodb: RowStore;
  /**
   * Takes the certificate of a shredding. Called when every row is deleted and before the table says so: when it fails, the
   * tenant stays in the state `shredding`, and to shred it again is to try again.
   */
  readonly vault: CertificateVault;
  /**
   * Longest time any process keeps a key of this store, in seconds, 0 to 300; it goes into the certificate.
   * @default 300
   */
  readonly cacheTtlSeconds?: number;
  /** Told of every call of KMS and DynamoDB. */
  readonly observe?: ServiceCallObserver;
  /** @default - the clock of the machine */
  readonly now?: () => Date;
}

/** All of them throw TenantKeyError INVALID_TENANT, NOT_ALLOWED, THROTTLED, UNAVAILABLE. */
export interface TenantKeys {
  /**
   * Makes the first branch key of a tenant.
   *
   * @throws TenantKeyError TENANT_EXISTS; SHREDDED: an id is never used twice
   */
  createTenant(tenant: string): Promise<TenantStatus>;
  /**
   * Makes a new version that seals from then on; older ones go on opening. Processes that hold the old one seal with it
   * until their time to live is over. Repairs a tenant whose active version has lost its row. Some 3,500 versions are the
   * most that can be shredded: one row of 400 KB names them all.
   *
   * @throws TenantKeyError NO_TENANT, SHREDDED; DAMAGED: the active row is of another key or store; CHANGED_MEANWHILE:
   *   somebody else was faster, and nothing of this call was written
   */
  rotateTenant(tenant: string): Promise<TenantStatus>;
  /**
   * Deletes every branch key of a tenant: nothing that was sealed for it will open again. May be repeated; what was
   * interrupted is finished.
   *
   * @param confirm the tenant's id once more
   * @returns what was deleted, and when that becomes final
   * @throws TenantKeyError NOT_CONFIRMED, NO_TENANT, CHANGED_MEANWHILE; NOT_RECORDED: the vault failed
   */
  shredTenant(tenant: string, { confirm }: { readonly confirm: string }): Promise<ShredCertificate>;
  status(tenant: string): Promise<TenantStatus>;
}

/**
 * Branch keys of tenants in the key store of the AWS Encryption SDKs, kept by somebody who cannot use them. The calls are
 * `kms:GenerateDataKeyWithoutPlaintext`, `kms:ReEncryptFrom`, `kms:ReEncryptTo`, and reads and writes of the table; never
 * `kms:Decrypt`. Each change is one transaction: there is no half of it.
 *
 * @throws RangeError cacheTtlSeconds out of range
 * @see AWS Encryption SDK specification, framework/branch-key-store.md
 */
export function createTenantKeys(props: TenantKeysProps): TenantKeys {
  const { tableName, keyArn, observe, now = () => new Date() } = props;
  const { least, most, fallback } = CACHE_LIMITS.ttlSeconds;
  const { cacheTtlSeconds = fallback } = props;
  if (!Number.isInteger(cacheTtlSeconds) || cacheTtlSeconds < least || cacheTtlSeconds > most) {
    throw new RangeError(
      `cacheTtlSeconds is ${cacheTtlSeconds}; give a whole number from ${least} to ${most}`,
    );
  }
  const store = new TenantStore(props.dynamodb, tableName, observe);
  const maker = new BranchKeyMaker(props.kms, keyArn, observe);
  const shredder = new Shredder({ ...props, store, cacheTtlSeconds, observe, now });

  async function status(tenant: string): Promise<TenantStatus> {
    requireTenant(tenant);
    return statusOf(tenant, await store.rows(tenant), props);
  }

  /** @throws TenantKeyError */
  async function refuseIfThere(tenant: string): Promise<void> {
    const found = await status(tenant);
    if (found.state === 'absent') return;
    if (isShredded(found)) throw shredded(tenant);
    throw new TenantKeyError('TENANT_EXISTS', `'${tenant}' has keys already; rotate them for new ones`);
  }

  return {
    status,

    async createTenant(tenant) {
      await refuseIfThere(tenant);
      const context = versionContext({ tenant, version: randomUUID(), createTime: timestamp(now()) }, props);
      const { version, active } = await maker.newVersion(context);
      const beacon = await maker.newBeacon(context);
      try {
        await store.write([
          ...[version, active, beacon].map((item) => putNew(tableName, item)),
          requireAbsent(tableName, tenant, TOMBSTONE),
        ]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        await refuseIfThere(tenant);
        throw changedMeanwhile(tenant);
      }
      // as written: a read that fails now must not look as if nothing was made
      return statusOf(tenant, [version, active, beacon], props);
    },

    async rotateTenant(tenant) {
      requireTenant(tenant);
      const item = await store.row(tenant, ACTIVE);
      if (item === undefined) throw await missing(tenant);
      const row = rowOf(item, props);
      if (row === undefined) {
        throw new TenantKeyError(
          'DAMAGED',
          `the active row of '${tenant}' is of another KMS key than ${keyArn}, or no row of a branch key`,
        );
      }
      await maker.authenticate(row.ciphertext, row.encryptionContext);
      const { [VERSION]: _, ...kept } = row.encryptionContext;
      const { version, active } = await maker.newVersion({
        ...kept,
        [SORT_KEY]: versionType(randomUUID()),
        [CREATE_TIME]: timestamp(now()),
      });
      try {
        await store.write([
          putNew(tableName, version),
          replace(tableName, active, item),
          // rows that came back beside it are to be shredded again, not to go on
          requireAbsent(tableName, tenant, TOMBSTONE),
        ]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        throw isShredded(await status(tenant)) ? shredded(tenant) : changedMeanwhile(tenant);
      }
      return status(tenant);
    },

    async shredTenant(tenant, { confirm }) {
      requireTenant(tenant);
      if (confirm === tenant) return shredder.shred(tenant);
      throw new TenantKeyError(
        'NOT_CONFIRMED',
        `confirm is not '${tenant}': give the id of the tenant once more. Nothing sealed for it will open again`,
      );
    },
  };

  async function missing(tenant: string): Promise<TenantKeyError> {
    const found = await status(tenant);
    if (isShredded(found)) return shredded(tenant);
    if (found.state === 'absent') {
      return new TenantKeyError(
        'NO_TENANT',
        `there are no keys of '${tenant}' in ${tableName}; create the tenant`,
      );
    }
    return new TenantKeyError('DAMAGED', `'${tenant}' has keys and no active row; restore it from a backup`);
  }
}

/** @throws TenantKeyError INVALID_TENANT: no message could be sealed for it */
function requireTenant(tenant: string): void {
  try {
    placeOf({ tenant, purpose: 'x', record: 'x' });
  } catch {
    throw new TenantKeyError('INVALID_TENANT', 'the tenant is no id: give 1 to 1024 bytes of Unicode text');
  }
}

function isShredded({ state }: TenantStatus): boolean {
  return state === 'shredded' || state === 'shredding';
}

function shredded(tenant: string): TenantKeyError {
  return new TenantKeyError('SHREDDED', `'${tenant}' was shredded; an id is never used twice: take another`);
}

function changedMeanwhile(tenant: string): TenantKeyError {
  return new TenantKeyError(
    'CHANGED_MEANWHILE',
    `somebody else changed the keys of '${tenant}' at the same time; nothing of this call was written`,
  );
}

/** ISO 8601 in UTC with microseconds, as the specification wants it. */
function timestamp(time: Date): string {
  return time.toISOString().replace('Z', '000Z');
}
