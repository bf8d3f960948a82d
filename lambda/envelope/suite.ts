import { createCipheriv, createDecipheriv } from 'node:crypto';
import { EnvelopeError } from './errors';

/** AES-256-GCM, HKDF-SHA512, key commitment, no signature: 0x0478 of the AWS Encryption SDK. */
export const SUITE_ID = Buffer.from([0x04, 0x78]);

export const DATA_KEY_BYTES = 32;
export const IV_BYTES = 12;
export const TAG_BYTES = 16;

const CIPHER = 'aes-256-gcm';
const options = { authTagLength: TAG_BYTES } as const;

export interface GcmInput {
  readonly key: Uint8Array;
  /** 12 bytes; never used twice under one key. */
  readonly iv: Uint8Array;
  readonly aad: Uint8Array;
}

/**
 * Writes the ciphertext, as long as the plaintext, and the 16 bytes of its tag to `target` from `offset` on.
 *
 * @returns the offset after the tag
 * @see NIST SP 800-38D
 */
export function gcmSeal(
  { key, iv, aad }: GcmInput,
  plaintext: Uint8Array,
  target: Buffer,
  offset: number,
): number {
  const cipher = createCipheriv(CIPHER, key, iv, options).setAAD(aad);
  const end = offset + cipher.update(plaintext).copy(target, offset);
  cipher.final();
  return end + cipher.getAuthTag().copy(target, end);
}

/**
 * Writes the plaintext, as long as the ciphertext, to `target` from `offset` on. It is there before the tag is verified:
 * the caller zeroes `target` when this throws.
 *
 * @returns the offset after the plaintext
 * @throws EnvelopeError AUTH_FAILED: wrong tag
 */
export function gcmOpen(
  { key, iv, aad }: GcmInput,
  { ciphertext, tag }: { readonly ciphertext: Uint8Array; readonly tag: Uint8Array },
  target: Buffer,
  offset: number,
): number {
  const decipher = createDecipheriv(CIPHER, key, iv, options).setAAD(aad).setAuthTag(tag);
  const plaintext = decipher.update(ciphertext);
  const end = offset + plaintext.copy(target, offset);
  plaintext.fill(0);
  try {
    decipher.final();
  } catch {
    throw new EnvelopeError('AUTH_FAILED');
  }
  return end;
}
