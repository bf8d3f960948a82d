import { createCipheriv, createDecipheriv, type DecipherGCM } from 'node:crypto';
import { EnvelopeError } from '../errors';

export const IV_BYTES = 12;
export const TAG_BYTES = 16;

const CIPHER = 'aes-256-gcm';
// without it Node takes tags of four bytes too
const options = { authTagLength: TAG_BYTES } as const;

export interface GcmInput {
  readonly key: Uint8Array;
  /** 12 bytes; never used twice under one key. */
  readonly iv: Uint8Array;
  readonly aad: Uint8Array;
}

/**
 * Writes the ciphertext and the 16 bytes of its tag to `target` from `offset` on.
 *
 * @returns the offset after the tag
 * @see NIST SP 800-38D
 */
export function gcmSeal(
  { key, iv, aad }: GcmInput,
  plaintext: Uint8Array | undefined,
  target: Buffer,
  offset: number,
): number {
  const cipher = createCipheriv(CIPHER, key, iv, options).setAAD(aad);
  const end = plaintext === undefined ? offset : offset + cipher.update(plaintext).copy(target, offset);
  cipher.final();
  return end + cipher.getAuthTag().copy(target, end);
}

/** {@link gcmSeal} into memory of its own: the ciphertext of each piece. */
export function gcmSealPieces(
  { key, iv, aad }: GcmInput,
  pieces: readonly Uint8Array[],
): { readonly ciphertext: readonly Buffer[]; readonly tag: Buffer } {
  const cipher = createCipheriv(CIPHER, key, iv, options).setAAD(aad);
  const ciphertext = pieces.map((piece) => cipher.update(piece));
  cipher.final();
  return { ciphertext, tag: cipher.getAuthTag() };
}

/**
 * The plaintext, in memory of its own; nothing of it is returned before the tag is verified.
 *
 * @throws EnvelopeError AUTH_FAILED: wrong tag
 */
export function gcmOpen(input: GcmInput, ciphertext: Uint8Array, tag: Uint8Array): Buffer {
  const decipher = decipherOf(input, tag);
  const plaintext = decipher.update(ciphertext);
  try {
    decipher.final();
    return plaintext;
  } catch {
    plaintext.fill(0);
    throw new EnvelopeError('AUTH_FAILED');
  }
}

/**
 * {@link gcmOpen} where there is nothing but additional data.
 *
 * @throws EnvelopeError AUTH_FAILED: wrong tag
 */
export function gcmVerify(input: GcmInput, tag: Uint8Array): void {
  const decipher = decipherOf(input, tag);
  try {
    decipher.final();
  } catch {
    throw new EnvelopeError('AUTH_FAILED');
  }
}

function decipherOf({ key, iv, aad }: GcmInput, tag: Uint8Array): DecipherGCM {
  return createDecipheriv(CIPHER, key, iv, options).setAAD(aad).setAuthTag(tag);
}
