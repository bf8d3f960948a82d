import { randomBytes, timingSafeEqual } from 'node:crypto';
import { viewOf } from './byte-reader';
import type { EncryptionContext } from './encryption-context';
import { EnvelopeError } from './errors';
import { framedLength, measureFrames, openFrames, sealFrames } from './frames';
import { deriveKeys } from './key-derivation';
import { FRAME_BYTES, MAX_MESSAGE_BYTES, MAX_PLAINTEXT_BYTES } from './limits';
import {
  encodeHeader,
  MESSAGE_ID_BYTES,
  parseHeader,
  sealHeader,
  verifyHeader,
  type EncryptedDataKey,
  type MessageHeader,
} from './message-header';
import { DATA_KEY_BYTES, TAG_BYTES } from './suite';

/** A message whose structure is sound. Whether it is authentic only {@link openMessage} says. */
export interface ParsedMessage {
  readonly header: MessageHeader;
  /** All frames. */
  readonly body: Buffer;
  readonly plaintextBytes: number;
}

export interface MessageKey {
  /** 32 bytes, left as they are: whoever owns them zeroes them. */
  readonly dataKey: Uint8Array;
  readonly encryptedDataKey: EncryptedDataKey;
}

/**
 * Encrypts into one message of the AWS Encryption SDK, format version 2, suite 0x0478, in frames of 64 KiB.
 *
 * @throws EnvelopeError TOO_LARGE: plaintext of more than MAX_PLAINTEXT_BYTES
 * @throws EnvelopeError NO_KEY: the data key has not 32 bytes
 */
export function sealMessage(
  plaintext: Uint8Array,
  { dataKey, encryptedDataKey }: MessageKey,
  context: EncryptionContext,
): Uint8Array {
  if (plaintext.length > MAX_PLAINTEXT_BYTES) throw new EnvelopeError('TOO_LARGE');
  if (dataKey.length !== DATA_KEY_BYTES) throw new EnvelopeError('NO_KEY');
  const messageId = randomBytes(MESSAGE_ID_BYTES);
  const { commitment, contentKey } = deriveKeys(dataKey, messageId);
  try {
    const encryptedDataKeys = [encryptedDataKey];
    const header = encodeHeader({
      messageId,
      context,
      encryptedDataKeys,
      frameBytes: FRAME_BYTES,
      commitment,
    });
    // memory of its own, not of Node's pool: the message leaves
    const message = new Uint8Array(header.length + TAG_BYTES + framedLength(plaintext.length, FRAME_BYTES));
    const target = viewOf(message);
    const bodyStart = sealHeader(header, contentKey, target);
    sealFrames(plaintext, contentKey, { messageId, frameBytes: FRAME_BYTES }, target, bodyStart);
    return message;
  } finally {
    contentKey.fill(0);
  }
}

/**
 * Checks the whole structure of a message without a key; nothing is decrypted. The result looks into the message's memory.
 *
 * @param maxEncryptedDataKeys default: MAX_ENCRYPTED_DATA_KEYS
 * @throws EnvelopeError UNSUPPORTED_SUITE, TRUNCATED, TRAILING_BYTES, TOO_LARGE, AUTH_FAILED
 */
export function parseMessage(message: Uint8Array, maxEncryptedDataKeys?: number): ParsedMessage {
  if (message.length > MAX_MESSAGE_BYTES) throw new EnvelopeError('TOO_LARGE');
  const bytes = viewOf(message);
  const header = parseHeader(bytes, maxEncryptedDataKeys);
  const body = bytes.subarray(header.body.length + TAG_BYTES);
  const plaintextBytes = measureFrames(body, header.frameBytes);
  if (plaintextBytes > MAX_PLAINTEXT_BYTES) throw new EnvelopeError('TOO_LARGE');
  return { header, body, plaintextBytes };
}

/**
 * All or nothing: the plaintext is returned when commitment, header and every frame are verified.
 *
 * @param dataKey 32 bytes, left as they are: whoever owns them zeroes them
 * @throws EnvelopeError COMMITMENT_MISMATCH: another data key than the message was sealed with
 * @throws EnvelopeError AUTH_FAILED: header or a frame is not what was sealed
 * @throws EnvelopeError NO_KEY: the data key has not 32 bytes
 */
export function openMessage(
  { header, body, plaintextBytes }: ParsedMessage,
  dataKey: Uint8Array,
): Uint8Array {
  if (dataKey.length !== DATA_KEY_BYTES) throw new EnvelopeError('NO_KEY');
  const { commitment, contentKey } = deriveKeys(dataKey, header.messageId);
  const plaintext = new Uint8Array(plaintextBytes);
  try {
    if (!timingSafeEqual(commitment, header.commitment)) throw new EnvelopeError('COMMITMENT_MISMATCH');
    verifyHeader(header, contentKey);
    openFrames(body, contentKey, header, viewOf(plaintext));
    return plaintext;
  } catch (error) {
    plaintext.fill(0);
    throw error;
  } finally {
    contentKey.fill(0);
  }
}
