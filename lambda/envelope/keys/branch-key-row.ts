import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { BRANCH_KEY_CONTEXT } from '../../../lib/contract/encryption-context';
import { isSameKey } from './key-arn';

/** Where the branch keys of tenants are kept. */
export interface BranchKeyStore {
  /** Name or ARN of the table. */
  readonly tableName: string;
  /** The store's name in the encryption context of every row, for good; the table itself may be restored under another. */
  readonly logicalKeyStoreName: string;
  /** ARN of the symmetric KMS key above the branch keys; of a multi-Region key, the one of this Region. */
  readonly keyArn: string;
}

/** A row of the branch key store, as the AWS Encryption SDKs lay it out. */
export interface BranchKeyRow {
  /** {@link ACTIVE}, {@link BEACON} or {@link versionType} of a version. */
  readonly type: string;
  /** Every attribute but the ciphertext, and the name of the store: what KMS authenticates with the ciphertext. */
  readonly encryptionContext: Readonly<Record<string, string>>;
  /** The branch key under the KMS key. */
  readonly ciphertext: Uint8Array;
}

export type Item = Record<string, AttributeValue>;

export const PARTITION_KEY = BRANCH_KEY_CONTEXT.branchKeyId;
export const SORT_KEY = BRANCH_KEY_CONTEXT.type;
/** Type of the row that names the version to seal with. */
export const ACTIVE = 'branch:ACTIVE';
/** Type of the row of the key for searchable encryption; we write it, as other SDKs expect it, and do not use it. */
export const BEACON = 'beacon:ACTIVE';
/** Pair that KMS and key policies see: the tenant the branch key is for. */
export const TENANT_CONTEXT = BRANCH_KEY_CONTEXT.tenant;
/** Attribute of the wrapped branch key. */
export const CIPHERTEXT = 'enc';
const KMS_ARN = BRANCH_KEY_CONTEXT.kmsArn;
const STORE_NAME = BRANCH_KEY_CONTEXT.logicalKeyStoreName;
/** Attribute of an active row: the type of the version it is of. */
export const VERSION = BRANCH_KEY_CONTEXT.version;
export const CREATE_TIME = BRANCH_KEY_CONTEXT.createTime;
const VERSION_TYPE = 'branch:version:';
const HIERARCHY_VERSION = BRANCH_KEY_CONTEXT.hierarchyVersion;

/** Type of the row of a version. */
export function versionType(version: string): string {
  return `${VERSION_TYPE}${version}`;
}

/** The version an active row names. */
export function activeVersion({ encryptionContext }: BranchKeyRow): string | undefined {
  const type = encryptionContext[VERSION];
  return type?.startsWith(VERSION_TYPE) ? type.slice(VERSION_TYPE.length) : undefined;
}

/**
 * The encryption context of a new version.
 *
 * @param createTime ISO 8601 in UTC with microseconds
 * @see AWS Encryption SDK specification, framework/branch-key-store.md, "Encryption Context"
 */
export function versionContext(
  {
    tenant,
    version,
    createTime,
  }: { readonly tenant: string; readonly version: string; readonly createTime: string },
  { logicalKeyStoreName, keyArn }: Pick<BranchKeyStore, 'logicalKeyStoreName' | 'keyArn'>,
): Record<string, string> {
  return {
    [PARTITION_KEY]: tenant,
    [SORT_KEY]: versionType(version),
    [CREATE_TIME]: createTime,
    [STORE_NAME]: logicalKeyStoreName,
    [KMS_ARN]: keyArn,
    [HIERARCHY_VERSION]: '1',
    [TENANT_CONTEXT]: tenant,
  };
}

/** The context of the row that makes this version the active one. */
export function activeContext(version: Readonly<Record<string, string>>): Record<string, string> {
  const { [SORT_KEY]: type = '' } = version;
  return { ...version, [SORT_KEY]: ACTIVE, [VERSION]: type };
}

export function beaconContext(version: Readonly<Record<string, string>>): Record<string, string> {
  return { ...version, [SORT_KEY]: BEACON };
}

/** The item of a row: the name of the store is in the context and not in the table. */
export function itemOf({ encryptionContext, ciphertext }: Omit<BranchKeyRow, 'type'>): Item {
  const item: Item = { [CIPHERTEXT]: { B: ciphertext } };
  for (const [name, value] of Object.entries(encryptionContext)) {
    if (name === STORE_NAME) continue;
    item[name] = name === HIERARCHY_VERSION ? { N: value } : { S: value };
  }
  return item;
}

/**
 * The row an item holds, if it is one of this store and key. What it says is authentic only when KMS has taken its context
 * with its ciphertext.
 *
 * @param keyArn of the configured key; a row may name another Region's replica of it
 * @returns undefined: not a row of a branch key, or of another KMS key
 */
export function rowOf(
  item: Item,
  { logicalKeyStoreName, keyArn }: Pick<BranchKeyStore, 'logicalKeyStoreName' | 'keyArn'>,
): BranchKeyRow | undefined {
  const { [CIPHERTEXT]: enc, ...attributes } = item;
  const ciphertext = enc?.B;
  if (ciphertext === undefined) return undefined;
  const encryptionContext: Record<string, string> = {};
  for (const [name, { S, N }] of Object.entries(attributes)) {
    const value = S ?? N;
    if (value === undefined) return undefined;
    encryptionContext[name] = value;
  }
  encryptionContext[STORE_NAME] = logicalKeyStoreName;
  const type = encryptionContext[SORT_KEY];
  const arn = encryptionContext[KMS_ARN];
  if (type === undefined || arn === undefined || !isSameKey(arn, keyArn)) return undefined;
  return { type, encryptionContext, ciphertext };
}
