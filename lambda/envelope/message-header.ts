import { ByteReader, uint16, withLength } from './byte-reader';
import { parseContext, parseText, serializeContext, type EncryptionContext } from './encryption-context';
import { EnvelopeError } from './errors';
import { MAX_ENCRYPTED_DATA_KEYS } from './limits';
import { gcmOpen, gcmSeal, IV_BYTES, SUITE_ID, TAG_BYTES } from './suite';

/** A data key under somebody's wrapping key; provider id and info say whose. */
export interface EncryptedDataKey {
  readonly providerId: string;
  readonly providerInfo: Buffer;
  readonly ciphertext: Buffer;
}

export interface HeaderFields {
  /** 32 random bytes, new for each message. */
  readonly messageId: Buffer;
  readonly context: EncryptionContext;
  readonly encryptedDataKeys: readonly EncryptedDataKey[];
  /** Bytes of plaintext in each frame but the last; 1 to 2^32 - 1. */
  readonly frameBytes: number;
  readonly commitment: Buffer;
}

export interface MessageHeader extends HeaderFields {
  /** The bytes the tag authenticates. */
  readonly body: Buffer;
  readonly tag: Buffer;
}

const VERSION = 2;
const FRAMED = 2;
/** Bytes of a message id. */
export const MESSAGE_ID_BYTES = 32;
const COMMITMENT_BYTES = 32;
// frames count from 1, so 0 is the header's alone
const HEADER_IV = Buffer.alloc(IV_BYTES);
const NOTHING = Buffer.alloc(0);

/**
 * The header without its tag.
 *
 * @throws EnvelopeError TOO_LARGE: a context of more than 65,535 bytes
 * @see AWS Encryption SDK specification, data-format/message-header.md, "Header Body Version 2.0"
 */
export function encodeHeader(fields: HeaderFields): Buffer {
  const frameBytes = Buffer.alloc(4);
  frameBytes.writeUInt32BE(fields.frameBytes);
  return Buffer.concat([
    Buffer.from([VERSION]),
    SUITE_ID,
    fields.messageId,
    withLength(serializeContext(fields.context)),
    uint16(fields.encryptedDataKeys.length),
    ...fields.encryptedDataKeys.flatMap(({ providerId, providerInfo, ciphertext }) =>
      [Buffer.from(providerId), providerInfo, ciphertext].map(withLength),
    ),
    Buffer.from([FRAMED]),
    frameBytes,
    fields.commitment,
  ]);
}

/**
 * Reads the header at the start of a message. Nothing of it is authentic until {@link verifyHeader} has returned.
 *
 * @param maxEncryptedDataKeys default: MAX_ENCRYPTED_DATA_KEYS
 * @throws EnvelopeError UNSUPPORTED_SUITE: other than version 2, suite 0x0478, framed content
 * @throws EnvelopeError TRUNCATED: the message ends inside the header
 * @throws EnvelopeError TOO_LARGE: more encrypted data keys than allowed
 * @throws EnvelopeError AUTH_FAILED: fields no writer writes
 */
export function parseHeader(
  message: Buffer,
  maxEncryptedDataKeys: number = MAX_ENCRYPTED_DATA_KEYS,
): MessageHeader {
  const reader = new ByteReader(message, 'TRUNCATED');
  if (reader.uint8() !== VERSION) throw new EnvelopeError('UNSUPPORTED_SUITE');
  if (!reader.take(SUITE_ID.length).equals(SUITE_ID)) throw new EnvelopeError('UNSUPPORTED_SUITE');
  const messageId = reader.take(MESSAGE_ID_BYTES);
  const context = parseContext(reader.takeWithLength());
  const encryptedDataKeys = parseEncryptedDataKeys(reader, maxEncryptedDataKeys);
  if (reader.uint8() !== FRAMED) throw new EnvelopeError('UNSUPPORTED_SUITE');
  const frameBytes = reader.uint32();
  if (frameBytes === 0) throw new EnvelopeError('AUTH_FAILED');
  const commitment = reader.take(COMMITMENT_BYTES);
  const body = message.subarray(0, reader.offset);
  return { messageId, context, encryptedDataKeys, frameBytes, commitment, body, tag: reader.take(TAG_BYTES) };
}

function parseEncryptedDataKeys(reader: ByteReader, most: number): EncryptedDataKey[] {
  const count = reader.uint16();
  if (count === 0) throw new EnvelopeError('AUTH_FAILED');
  if (count > most) throw new EnvelopeError('TOO_LARGE');
  return Array.from({ length: count }, () => ({
    providerId: parseText(reader.takeWithLength()),
    providerInfo: reader.takeWithLength(),
    ciphertext: reader.takeWithLength(),
  }));
}

/**
 * Writes header and tag to the start of `target`.
 *
 * A header is sealed once: a second one under the same message id and data key would repeat the nonce and give away the
 * authentication key. Changing the data keys of a message means sealing it anew.
 *
 * @returns the offset after the tag
 */
export function sealHeader(body: Buffer, contentKey: Uint8Array, target: Buffer): number {
  body.copy(target);
  return gcmSeal({ key: contentKey, iv: HEADER_IV, aad: body }, NOTHING, target, body.length);
}

/** @throws EnvelopeError AUTH_FAILED: the header is not the one that was sealed */
export function verifyHeader({ body, tag }: MessageHeader, contentKey: Uint8Array): void {
  gcmOpen({ key: contentKey, iv: HEADER_IV, aad: body }, { ciphertext: NOTHING, tag }, NOTHING, 0);
}
