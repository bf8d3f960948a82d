import { GetItemCommand, type GetItemCommandOutput } from '@aws-sdk/client-dynamodb';
import { DecryptCommand } from '@aws-sdk/client-kms';
import type { Binding } from '../binding';
import { EnvelopeError } from '../errors';
import { serializeEncryptedDataKeys } from '../format/message-header';
import {
  activeVersion,
  ACTIVE,
  PARTITION_KEY,
  rowOf,
  SORT_KEY,
  TENANT_CONTEXT,
  versionType,
  type BranchKeyRow,
  type BranchKeyStore,
} from './branch-key-row';
import {
  HIERARCHY_PROVIDER,
  unwrapDataKey,
  versionBytes,
  versionIn,
  wrapNewDataKey,
  type BranchKey,
} from './branch-key-wrapping';
import { cacheSettings, KeyCache, type CachedKey, type KeyCacheProps } from './key-cache';
import { forTenant, zeroing, type KeySource, type PerTenant } from './key-source';
import { plaintextOf, type KmsDecrypter } from './kms-data-keys';
import { callForKey, type SendOptions, type ServiceCallObserver } from './service-call';

/** The part of `DynamoDBClient` that is used; a `DynamoDBClient` is one. Make it with `CLIENT_SETTINGS`. */
export interface RowReader {
  send(command: GetItemCommand, options?: SendOptions): Promise<GetItemCommandOutput>;
}

export interface BranchKeysProps extends BranchKeyStore {
  /** A client, or the client of each tenant where roles are assumed per tenant. */
  readonly kms: PerTenant<KmsDecrypter>;
  /** The same. */
  readonly dynamodb: PerTenant<RowReader>;
  readonly cache?: Pick<KeyCacheProps, 'ttlSeconds' | 'maxKeys'>;
  /** Told of every call of KMS and DynamoDB. */
  readonly observe?: ServiceCallObserver;
}

/**
 * Data keys under branch keys: one for each tenant, in DynamoDB, the tenant's id being the id of its branch key. A message
 * costs no call while the branch key is cached, and KMS never sees a record. The AWS KMS hierarchical keyrings of the AWS
 * Encryption SDKs open the same messages.
 *
 * A message is sealed with the very row that opening it will read: an active row whose version is missing, as after a
 * restore that went half way, seals nothing.
 *
 * Calls that are made: `dynamodb:GetItem` and `kms:Decrypt`, nothing else.
 *
 * @throws RangeError a setting of the cache out of range
 * @see AWS Encryption SDK specification, framework/aws-kms/aws-kms-hierarchical-keyring.md
 */
export function createBranchKeys(props: BranchKeysProps): KeySource {
  const { kms, dynamodb, tableName, keyArn, observe } = props;
  const settings = { ...cacheSettings(props.cache), maxMessages: Infinity, maxBytes: Infinity };
  /** What is active changes without notice; the bytes of a version never do. */
  const versions = new KeyCache<BranchKey>(settings);
  const actives = new KeyCache<string>(settings);

  async function read(binding: Binding, type: string): Promise<BranchKeyRow> {
    const { tenant } = binding;
    const command = new GetItemCommand({
      TableName: tableName,
      Key: { [PARTITION_KEY]: { S: tenant }, [SORT_KEY]: { S: type } },
      // a shredded tenant must not be read from a replica that has not heard of it
      ConsistentRead: true,
    });
    const { Item } = await callForKey(
      'GetItem',
      (options) => forTenant(dynamodb, binding).send(command, options),
      observe,
    );
    const row = Item && rowOf(Item, props);
    if (row?.type !== type || row.encryptionContext[PARTITION_KEY] !== tenant)
      throw new EnvelopeError('NO_KEY');
    return row;
  }

  async function loadActive(binding: Binding): Promise<{ key: Uint8Array; value: string }> {
    const version = activeVersion(await read(binding, ACTIVE));
    // KMS has not seen this row: what it names is not authentic, and becomes part of the id of a cached key
    if (version === undefined || versionBytes(version) === undefined) throw new EnvelopeError('NO_KEY');
    return { key: NO_KEY_BYTES, value: version };
  }

  async function loadVersion(
    binding: Binding,
    version: string,
  ): Promise<{ key: Uint8Array; value: BranchKey }> {
    const row = await read(binding, versionType(version));
    const bytes = versionBytes(version);
    const bound = row.encryptionContext[TENANT_CONTEXT] ?? binding.tenant;
    if (bytes === undefined || bound !== binding.tenant) throw new EnvelopeError('NO_KEY');
    const command = new DecryptCommand({
      KeyId: keyArn,
      CiphertextBlob: row.ciphertext,
      EncryptionContext: row.encryptionContext,
    });
    const answer = await callForKey(
      'Decrypt',
      (options) => forTenant(kms, binding).send(command, options),
      observe,
    );
    const key = plaintextOf(answer, keyArn);
    return { key, value: { key, tenant: Buffer.from(binding.tenant), version: bytes } };
  }

  function branchKey(
    binding: Binding,
    version: string,
  ): CachedKey<BranchKey> | Promise<CachedKey<BranchKey>> {
    // a version has 36 characters, so that no tenant's id can pass for another's
    return versions.acquire(`${version}${binding.tenant}`, 0, () => loadVersion(binding, version));
  }

  return {
    async sealingKey({ binding, context }) {
      const active = await actives.acquire(binding.tenant, 0, () => loadActive(binding));
      active.release();
      const branch = await branchKey(binding, active.value);
      try {
        const { dataKey, ciphertext } = wrapNewDataKey(branch.value, context);
        const encryptedDataKeys = serializeEncryptedDataKeys([
          { providerId: HIERARCHY_PROVIDER, providerInfo: branch.value.tenant, ciphertext },
        ]);
        return { dataKey, encryptedDataKeys, keyId: versionType(active.value), release: zeroing(dataKey) };
      } finally {
        branch.release();
      }
    },
    async openingKey({ binding, context }, encryptedDataKeys) {
      const tenant = Buffer.from(binding.tenant);
      const found = encryptedDataKeys.find(
        ({ providerId, providerInfo }) =>
          providerId.equals(HIERARCHY_PROVIDER) && providerInfo.equals(tenant),
      );
      const version = found && versionIn(found.ciphertext);
      if (found === undefined || version === undefined) throw new EnvelopeError('NO_KEY');
      const branch = await branchKey(binding, version);
      try {
        const dataKey = unwrapDataKey(branch.value, context, found.ciphertext);
        return { dataKey, keyId: versionType(version), release: zeroing(dataKey) };
      } finally {
        branch.release();
      }
    },
    forget() {
      actives.clear();
      versions.clear();
    },
  };
}

/** Which version is active is no secret. */
const NO_KEY_BYTES = new Uint8Array(0);
