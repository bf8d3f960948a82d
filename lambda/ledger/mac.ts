import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LedgerEntry } from './ledger-entry';

/** What is digested. Each kind has digests of its own: that of a subject is no other than that of an input by chance. */
export type DigestKind =
  'subject' | 'session' | 'idempotency-key' | 'request' | 'input' | 'answer' | 'caller';

export type Digest = NonNullable<LedgerEntry['subject']>;

/** Says the same of the same text, and nothing of the text to whoever has not the key. */
export interface Mac {
  readonly keyId: string;
  /** HMAC-SHA-256 over the kind, a zero byte, and the text in UTF-8. */
  digest(kind: DigestKind, text: string): Digest;
}

/** The same where the key may have to be fetched first. */
export interface LateMac {
  /** @throws LedgerError the key cannot be had: then there is no record, and nothing may leave */
  of(kind: DigestKind, text: string): Digest | Promise<Digest>;
}

export const MAC_KEY_BYTES = 32;
const ID_LABEL = 'hipaa-ai ledger mac key id';
/** Hex digits of the id: enough to tell keys apart. */
const ID_DIGITS = 16;

/**
 * @param key 32 random bytes; copied. Its id is made from it, so a key file needs no name beside it
 * @throws RangeError another length
 */
export function createMac(key: Uint8Array): Mac {
  if (key.length !== MAC_KEY_BYTES) {
    throw new RangeError(`the key of digests has ${key.length} bytes; give ${MAC_KEY_BYTES} random ones`);
  }
  const own = Buffer.from(key);
  const keyId = `mac:${createHmac('sha256', own).update(ID_LABEL).digest('hex').slice(0, ID_DIGITS)}`;
  return {
    keyId,
    digest: (kind, text) => ({
      keyId,
      hmac: createHmac('sha256', own).update(`${kind}\0`).update(text, 'utf8').digest('hex'),
    }),
  };
}

/** Compares digests of one key. */
export function sameDigest(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
