import { createHmac } from 'node:crypto';
import type { Suite } from './suite';

export interface MessageKeys {
  /** 32 bytes; stands in the header and ties the message to one data key. */
  readonly commitment: Buffer;
  /** AES-256 key of this message alone, 32 bytes. Whoever asked for it zeroes it. */
  readonly contentKey: Buffer;
}

const KEY_BYTES = 32;
// HKDF-Expand appends a counter to the info; one block of SHA-512 is more than is needed, so it is always 1
const FIRST_BLOCK = Buffer.from([1]);
const COMMIT_INFO = Buffer.concat([Buffer.from('COMMITKEY'), FIRST_BLOCK]);
const CONTENT_INFO = Buffer.concat([Buffer.from('DERIVEKEY'), FIRST_BLOCK]);

/**
 * HKDF-SHA512 with the message id as salt: one extract, two expands. HMAC rather than `hkdfSync` so that the extract is
 * shared and the pseudorandom key can be zeroed.
 *
 * @param dataKey 32 bytes
 * @param messageId 32 bytes
 * @see RFC 5869; AWS Encryption SDK specification, framework/algorithm-suites.md, suites 0x0478 and 0x0578
 */
export function deriveKeys(suite: Suite, dataKey: Uint8Array, messageId: Uint8Array): MessageKeys {
  const pseudorandom = createHmac('sha512', messageId).update(dataKey).digest();
  try {
    const block = createHmac('sha512', pseudorandom).update(suite.id).update(CONTENT_INFO).digest();
    block.fill(0, KEY_BYTES);
    return {
      commitment: createHmac('sha512', pseudorandom).update(COMMIT_INFO).digest().subarray(0, KEY_BYTES),
      contentKey: block.subarray(0, KEY_BYTES),
    };
  } finally {
    pseudorandom.fill(0);
  }
}
