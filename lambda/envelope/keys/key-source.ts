import type { Binding, Place } from '../binding';
import type { MessageKey } from '../format/message';
import type { EncryptedDataKey } from '../format/message-header';

/** Says that a key is no longer used; it may be zeroed from then on. To be called once. */
export interface Lease {
  readonly release: () => void;
}

export interface SealingKey extends MessageKey, Lease {
  /** ARN or version of the key above the data key: for the record of its use. */
  readonly keyId: string;
}

export interface OpeningKey extends Lease {
  readonly dataKey: Uint8Array;
  readonly keyId: string;
}

/** Where data keys come from. */
export interface KeySource {
  /**
   * A data key for one message.
   *
   * @param plaintextBytes to be sealed with it, as far as they are known before: they count against the cap of a key
   * @throws EnvelopeError NO_KEY, THROTTLED
   */
  sealingKey(place: Place, plaintextBytes: number): SealingKey | Promise<SealingKey>;
  /**
   * The data key of a message, from the first of its encrypted data keys that is for this source.
   *
   * @throws EnvelopeError NO_KEY, THROTTLED
   */
  openingKey(place: Place, encryptedDataKeys: readonly EncryptedDataKey[]): OpeningKey | Promise<OpeningKey>;
  /** Zeroes what is cached, as soon as it is not in use. Best effort: see the key cache. */
  forget(): void;
}

/** One thing for all tenants, or one for each: with roles assumed per tenant every tenant has a client of its own. */
export type PerTenant<T> = T | ((tenant: string) => T);

export function forTenant<T extends object>(given: PerTenant<T>, { tenant }: Binding): T {
  return typeof given === 'function' ? given(tenant) : given;
}

/** For a source that keeps nothing: the key is zeroed when it is released. */
export function zeroing(key: Uint8Array): () => void {
  return () => void key.fill(0);
}
