import { randomBytes, timingSafeEqual } from 'node:crypto';
import { EnvelopeError } from '../errors';
import { MAX_FRAMES, MAX_PLAINTEXT_BYTES } from '../limits';
import { viewOf } from './byte-reader';
import { frameCount, FrameCipher, framedLength, measureFrames, openFrames } from './frames';
import { TAG_BYTES } from './gcm';
import { deriveKeys } from './key-derivation';
import {
  headerLength,
  MESSAGE_ID_BYTES,
  parseHeader,
  sealHeader,
  verifyHeader,
  type HeaderPolicy,
  type MessageHeader,
} from './message-header';
import { readSignature, verifySignature } from './signature';
import { measureSingleBlock, openSingleBlock } from './single-block';
import { COMMITTING, DATA_KEY_BYTES } from './suite';

/** What a message is sealed with. */
export interface MessageKey {
  /** 32 bytes, left as they are: whoever owns them zeroes them. */
  readonly dataKey: Uint8Array;
  /** The same key encrypted, as `serializeEncryptedDataKeys` writes it. */
  readonly encryptedDataKeys: Buffer;
}

export interface MessagePolicy extends HeaderPolicy {
  /** Default: MAX_PLAINTEXT_BYTES */
  readonly plaintextBytes?: number;
}

/** A message whose structure is sound. Whether it is authentic only {@link openMessage} says. It looks into the message's memory. */
export interface ParsedMessage {
  readonly header: MessageHeader;
  /** All frames, or the single block. */
  readonly body: Buffer;
  readonly plaintextBytes: number;
  readonly signed?: { readonly bytes: Buffer; readonly signature: Buffer };
}

/**
 * Encrypts into one message of the AWS Encryption SDK, format version 2, suite 0x0478.
 *
 * @param context as `serializeContext` writes it
 * @returns a message in memory of its own
 * @throws EnvelopeError TOO_LARGE: more frames than a message holds
 * @throws EnvelopeError NO_KEY: the data key has not 32 bytes
 */
export function sealMessage(
  plaintext: Uint8Array,
  { dataKey, encryptedDataKeys }: MessageKey,
  context: Buffer,
  frameBytes: number,
): Uint8Array {
  const count = frameCount(plaintext.length, frameBytes);
  if (count > MAX_FRAMES) throw new EnvelopeError('TOO_LARGE');
  if (dataKey.length !== DATA_KEY_BYTES) throw new EnvelopeError('NO_KEY');
  const messageId = randomBytes(MESSAGE_ID_BYTES);
  const { commitment, contentKey } = deriveKeys(COMMITTING, dataKey, messageId);
  try {
    const fields = { suite: COMMITTING, messageId, context, encryptedDataKeys, frameBytes, commitment };
    // not from Node's pool: the message leaves, and every byte of it is written
    const message = Buffer.allocUnsafeSlow(headerLength(fields) + framedLength(plaintext.length, frameBytes));
    let at = sealHeader(fields, contentKey, message);
    const cipher = new FrameCipher(contentKey, messageId);
    for (let sequence = 1; sequence <= count; sequence++) {
      const content = plaintext.subarray((sequence - 1) * frameBytes, sequence * frameBytes);
      at = cipher.seal(sequence, sequence === count, content, message, at);
    }
    return message;
  } finally {
    contentKey.fill(0);
  }
}

/**
 * Checks the whole structure of a message without a key; nothing is decrypted.
 *
 * @throws EnvelopeError UNSUPPORTED_SUITE, TRUNCATED, TRAILING_BYTES, TOO_LARGE, AUTH_FAILED
 */
export function parseMessage(message: Uint8Array, policy: MessagePolicy = {}): ParsedMessage {
  const bytes = viewOf(message);
  const header = parseHeader(bytes, policy);
  const start = header.body.length + TAG_BYTES;
  const rest = bytes.subarray(start);
  const { plaintextBytes, end } =
    header.frameBytes === 0 ? measureSingleBlock(rest) : measureFrames(rest, header.frameBytes);
  if (plaintextBytes > (policy.plaintextBytes ?? MAX_PLAINTEXT_BYTES)) throw new EnvelopeError('TOO_LARGE');
  const body = rest.subarray(0, end);
  const footer = rest.subarray(end);
  if (header.suite.signed) {
    const signed = { bytes: bytes.subarray(0, start + end), signature: readSignature(footer) };
    return { header, body, plaintextBytes, signed };
  }
  if (footer.length > 0) throw new EnvelopeError('TRAILING_BYTES');
  return { header, body, plaintextBytes };
}

/**
 * All or nothing: the plaintext is returned when commitment, header, every frame and the signature, if there is one, are
 * verified.
 *
 * @param dataKey 32 bytes, left as they are: whoever owns them zeroes them
 * @returns the plaintext, in memory of its own
 * @throws EnvelopeError COMMITMENT_MISMATCH: another data key than the message was sealed with
 * @throws EnvelopeError AUTH_FAILED: header, a frame or the signature is not what was sealed
 * @throws EnvelopeError NO_KEY: the data key has not 32 bytes
 */
export function openMessage(
  { header, body, plaintextBytes, signed }: ParsedMessage,
  dataKey: Uint8Array,
): Uint8Array {
  const contentKey = contentKeyOf(header, dataKey);
  try {
    if (signed) verifySignature(signed.bytes, signed.signature, header.context);
    if (header.frameBytes === 0) return openSingleBlock(body, contentKey, header.messageId);
    const cipher = new FrameCipher(contentKey, header.messageId);
    return openFrames(body, header.frameBytes, plaintextBytes, cipher);
  } finally {
    contentKey.fill(0);
  }
}

/**
 * The content key of a message whose header is authentic. Whoever asked for it zeroes it.
 *
 * @throws EnvelopeError COMMITMENT_MISMATCH, AUTH_FAILED, NO_KEY
 */
export function contentKeyOf(header: MessageHeader, dataKey: Uint8Array): Buffer {
  if (dataKey.length !== DATA_KEY_BYTES) throw new EnvelopeError('NO_KEY');
  const { commitment, contentKey } = deriveKeys(header.suite, dataKey, header.messageId);
  try {
    if (!timingSafeEqual(commitment, header.commitment)) throw new EnvelopeError('COMMITMENT_MISMATCH');
    verifyHeader(header, contentKey);
    return contentKey;
  } catch (error) {
    contentKey.fill(0);
    throw error;
  }
}
