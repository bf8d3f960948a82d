import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA-256 of something, and the key that made it. */
export interface Digest {
  readonly keyId: string;
  /** 64 hex digits. */
  readonly hmac: string;
}

/** What is digested. The kind is part of the input: a subject and a session of one text have two digests. */
export type DigestKind =
  'subject' | 'session' | 'idempotency-key' | 'request' | 'input' | 'answer' | 'caller';

/** Digests of what a record may tell apart and must not tell. */
export interface Mac {
  of(kind: DigestKind, text: string): Digest | Promise<Digest>;
}

/** Least bytes of a key: those of the hash. */
export const LEAST_MAC_KEY_BYTES = 32;

/** @throws RangeError the key is shorter than the hash */
export function createMac(key: Uint8Array, keyId: string): Mac {
  if (key.length < LEAST_MAC_KEY_BYTES)
    throw new RangeError(`the key has ${key.length} bytes; give ${LEAST_MAC_KEY_BYTES} or more`);
  const secret = Buffer.from(key);
  return {
    of: (kind, text) => ({
      keyId,
      hmac: createHmac('sha256', secret).update(`${kind}\0`).update(text, 'utf8').digest('hex'),
    }),
  };
}

/** Compares digests of one key. */
export function sameDigest(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
