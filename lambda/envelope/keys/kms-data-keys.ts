import {
  DecryptCommand,
  GenerateDataKeyCommand,
  type DecryptCommandOutput,
  type GenerateDataKeyCommandOutput,
} from '@aws-sdk/client-kms';
import type { Place } from '../binding';
import { EnvelopeError } from '../errors';
import { parseContext } from '../format/encryption-context';
import { serializeEncryptedDataKeys, type EncryptedDataKey } from '../format/message-header';
import { DATA_KEY_BYTES } from '../format/suite';
import { isSameKey } from './key-arn';
import { cacheSettings, KeyCache, type KeyCacheProps } from './key-cache';
import { forTenant, type KeySource, type PerTenant } from './key-source';
import { callForKey, type SendOptions, type ServiceCallObserver } from './service-call';

/** The part of `KMSClient` that is used; a `KMSClient` is one. Make it with `CLIENT_SETTINGS`. */
export interface KmsDecrypter {
  send(command: DecryptCommand, options?: SendOptions): Promise<DecryptCommandOutput>;
}

export interface KmsSender extends KmsDecrypter {
  send(command: GenerateDataKeyCommand, options?: SendOptions): Promise<GenerateDataKeyCommandOutput>;
  send(command: DecryptCommand, options?: SendOptions): Promise<DecryptCommandOutput>;
}

export interface KmsDataKeysProps {
  /** A client, or the client of each tenant where roles are assumed per tenant. */
  readonly kms: PerTenant<KmsSender>;
  /**
   * ARN of a symmetric key, not of an alias: KMS answers with it, and messages name it. Of a multi-Region key, the one of
   * this Region; messages that name another Region's are opened with it.
   */
  readonly keyArn: string;
  /**
   * What KMS sees of the binding, and CloudTrail keeps in clear. `split`: tenant and purpose; the record is bound by the
   * header alone, and one data key serves many records. `full`: all of it, as the KMS keyrings of the AWS Encryption SDKs
   * do, which then open the message by themselves; each message costs a call, nothing is cached.
   * @default 'split'
   */
  readonly context?: 'split' | 'full';
  readonly cache?: KeyCacheProps;
  /** Told of every call of KMS. */
  readonly observe?: ServiceCallObserver;
}

/** Says in the header that KMS was given tenant and purpose of the context, not the record. */
export const SPLIT_CONTEXT_PROVIDER = 'hipaa-ai-kms-split-context';
/** What the KMS keyrings of the AWS Encryption SDKs write: KMS was given the whole context. */
export const FULL_CONTEXT_PROVIDER = 'aws-kms';

const MAX_FIELD_BYTES = 0xffff;

type Context = 'split' | 'full';

const PROVIDERS: Readonly<Record<Context, Buffer>> = {
  split: Buffer.from(SPLIT_CONTEXT_PROVIDER),
  full: Buffer.from(FULL_CONTEXT_PROVIDER),
};

/**
 * Data keys of one KMS key: `GenerateDataKey` to seal, `Decrypt` to open. Both kinds of context are opened, whatever is
 * written. Sealing and opening share no key: who may do the one gains nothing for the other.
 *
 * @throws RangeError a setting of the cache out of range
 * @see AWS KMS API Reference, GenerateDataKey and Decrypt; AWS KMS Developer Guide, "Encryption context"
 */
export function createKmsDataKeys(props: KmsDataKeysProps): KeySource {
  const { kms, keyArn, context = 'split', observe } = props;
  const settings = cacheSettings(props.cache);
  const sealing = new KeyCache<Buffer>(settings);
  const sealingOnce = new KeyCache<Buffer>({ ...settings, ttlSeconds: 0 });
  const uncounted = { ...settings, maxMessages: Infinity, maxBytes: Infinity };
  const opening = new KeyCache<undefined>(uncounted);
  const openingOnce = new KeyCache<undefined>({ ...uncounted, ttlSeconds: 0 });
  const providerInfo = Buffer.from(keyArn);

  async function generate(place: Place): Promise<{ key: Uint8Array; value: Buffer }> {
    const EncryptionContext = kmsContext(place, context);
    const command = new GenerateDataKeyCommand({
      KeyId: keyArn,
      NumberOfBytes: DATA_KEY_BYTES,
      EncryptionContext,
    });
    const answer = await callForKey(
      'GenerateDataKey',
      (options) => forTenant(kms, place.binding).send(command, options),
      observe,
    );
    const key = plaintextOf(answer, keyArn);
    const ciphertext = Buffer.from(answer.CiphertextBlob ?? []);
    if (ciphertext.length === 0 || ciphertext.length > MAX_FIELD_BYTES) {
      key.fill(0);
      throw new EnvelopeError('NO_KEY');
    }
    const providerId = PROVIDERS[context];
    return { key, value: serializeEncryptedDataKeys([{ providerId, providerInfo, ciphertext }]) };
  }

  async function decrypt(
    place: Place,
    ciphertext: Buffer,
    seen: Context,
  ): Promise<{ key: Uint8Array; value: undefined }> {
    const EncryptionContext = kmsContext(place, seen);
    const command = new DecryptCommand({ KeyId: keyArn, CiphertextBlob: ciphertext, EncryptionContext });
    const answer = await callForKey(
      'Decrypt',
      (options) => forTenant(kms, place.binding).send(command, options),
      observe,
    );
    return { key: plaintextOf(answer, keyArn), value: undefined };
  }

  function isOurs(encryptedDataKey: EncryptedDataKey): boolean {
    const { providerInfo: info } = encryptedDataKey;
    const isOfKey = info.equals(providerInfo) || isSameKey(info.toString(), keyArn);
    return isOfKey && contextSeen(encryptedDataKey) !== undefined;
  }

  return {
    async sealingKey(place, plaintextBytes) {
      const cache = context === 'split' ? sealing : sealingOnce;
      const id = cacheId(place, context);
      const { key, value, release } = await cache.acquire(id, plaintextBytes, () => generate(place));
      return { dataKey: key, encryptedDataKeys: value, keyId: keyArn, release };
    },
    async openingKey(place, encryptedDataKeys) {
      const found = encryptedDataKeys.find(isOurs);
      const seen = found && contextSeen(found);
      if (found === undefined || seen === undefined) throw new EnvelopeError('NO_KEY');
      // a copy of the ciphertext: the message's memory is the caller's
      const blob = found.ciphertext.toString('latin1');
      const load = (): Promise<{ key: Uint8Array; value: undefined }> =>
        decrypt(place, Buffer.from(blob, 'latin1'), seen);
      // a key of one message would only drive out keys of many
      const cache = seen === 'split' ? opening : openingOnce;
      const { key, release } = await cache.acquire(`${cacheId(place, seen)}${blob}`, 0, load);
      return { dataKey: key, keyId: keyArn, release };
    },
    forget() {
      sealing.clear();
      opening.clear();
    },
  };
}

/** What KMS was given of the context, as the provider id says. */
function contextSeen({ providerId }: EncryptedDataKey): Context | undefined {
  if (providerId.equals(PROVIDERS.split)) return 'split';
  return providerId.equals(PROVIDERS.full) ? 'full' : undefined;
}

function kmsContext({ binding, context }: Place, seen: Context): Record<string, string> {
  const { tenant, purpose } = binding;
  return seen === 'split' ? { tenant, purpose } : Object.fromEntries(parseContext(context));
}

/** Lengths first: no two bindings have one id, whatever stands in them. */
function cacheId({ binding, context }: Place, seen: Context): string {
  const { tenant, purpose } = binding;
  const id = `${seen}:${tenant.length}:${purpose.length}:${tenant}${purpose}`;
  return seen === 'split' ? id : `${id}${context.length}:${context.toString('latin1')}`;
}

/** @throws EnvelopeError NO_KEY: another key answered, or the data key has not 32 bytes */
export function plaintextOf(
  { KeyId, Plaintext }: { readonly KeyId?: string; readonly Plaintext?: Uint8Array },
  keyArn: string,
): Uint8Array {
  if (Plaintext === undefined) throw new EnvelopeError('NO_KEY');
  if (KeyId === keyArn && Plaintext.length === DATA_KEY_BYTES) return Plaintext;
  Plaintext.fill(0);
  throw new EnvelopeError('NO_KEY');
}
