import { EnvelopeError } from '../errors';
import { MAX_ENCRYPTED_DATA_KEYS } from '../limits';
import { ByteReader, uint16 } from './byte-reader';
import { gcmSeal, gcmVerify, IV_BYTES, TAG_BYTES } from './gcm';
import { COMMITTING, COMMITTING_SIGNED, type Suite } from './suite';

/** A data key under somebody's wrapping key; provider id and info say whose. */
export interface EncryptedDataKey {
  readonly providerId: Buffer;
  readonly providerInfo: Buffer;
  readonly ciphertext: Buffer;
}

export interface HeaderFields {
  readonly suite: Suite;
  /** 32 random bytes, new for each message. */
  readonly messageId: Buffer;
  /** As `serializeContext` writes it. */
  readonly context: Buffer;
  /** As {@link serializeEncryptedDataKeys} writes them. */
  readonly encryptedDataKeys: Buffer;
  /** Bytes of plaintext in each frame but the last; 1 to 2^32 - 1. */
  readonly frameBytes: number;
  readonly commitment: Buffer;
}

export interface MessageHeader {
  readonly suite: Suite;
  readonly messageId: Buffer;
  /** Not parsed: `parseContext` does. */
  readonly context: Buffer;
  readonly encryptedDataKeys: readonly EncryptedDataKey[];
  /** Bytes of plaintext in each frame but the last; 0: the content is one piece, as older libraries wrote it. */
  readonly frameBytes: number;
  readonly commitment: Buffer;
  /** The bytes the tag authenticates. */
  readonly body: Buffer;
  readonly tag: Buffer;
}

export interface HeaderPolicy {
  /** Default: MAX_ENCRYPTED_DATA_KEYS */
  readonly encryptedDataKeys?: number;
  /** Takes signed messages too. Default: false */
  readonly allow0578?: boolean;
}

const VERSION = 2;
const UNFRAMED = 1;
const FRAMED = 2;
/** Bytes of a message id. */
export const MESSAGE_ID_BYTES = 32;
/** Where the message id begins. */
export const MESSAGE_ID_AT = 3;
const COMMITMENT_BYTES = 32;
// version, suite, message id; lengths of the context; content type, frame length, commitment
const FIXED_BYTES = MESSAGE_ID_AT + MESSAGE_ID_BYTES + 2 + 1 + 4 + COMMITMENT_BYTES;
// frames count from 1, so 0 is the header's alone
const HEADER_IV = Buffer.alloc(IV_BYTES);

/** Bytes of a header with its tag. */
export function headerLength({
  context,
  encryptedDataKeys,
}: Pick<HeaderFields, 'context' | 'encryptedDataKeys'>): number {
  return FIXED_BYTES + context.length + encryptedDataKeys.length + TAG_BYTES;
}

/** The count and all fields after their lengths. */
export function serializeEncryptedDataKeys(keys: readonly EncryptedDataKey[]): Buffer {
  const parts: Buffer[] = [uint16(keys.length)];
  for (const { providerId, providerInfo, ciphertext } of keys) {
    for (const field of [providerId, providerInfo, ciphertext]) parts.push(uint16(field.length), field);
  }
  return Buffer.concat(parts);
}

/**
 * Writes header and tag to the start of `target`.
 *
 * A header is sealed once: a second one under the same message id and data key would repeat the nonce and give away the
 * authentication key. Changing the data keys of a message means sealing it anew.
 *
 * @returns the offset after the tag
 * @see AWS Encryption SDK specification, data-format/message-header.md, "Header Body Version 2.0"
 */
export function sealHeader(fields: HeaderFields, contentKey: Uint8Array, target: Buffer): number {
  let at = target.writeUInt8(VERSION, 0);
  at += fields.suite.id.copy(target, at);
  at += fields.messageId.copy(target, at);
  at = target.writeUInt16BE(fields.context.length, at);
  at += fields.context.copy(target, at);
  at += fields.encryptedDataKeys.copy(target, at);
  at = target.writeUInt8(FRAMED, at);
  at = target.writeUInt32BE(fields.frameBytes, at);
  at += fields.commitment.copy(target, at);
  return gcmSeal({ key: contentKey, iv: HEADER_IV, aad: target.subarray(0, at) }, undefined, target, at);
}

/** @throws EnvelopeError AUTH_FAILED: the header is not the one that was sealed */
export function verifyHeader({ body, tag }: MessageHeader, contentKey: Uint8Array): void {
  gcmVerify({ key: contentKey, iv: HEADER_IV, aad: body }, tag);
}

/**
 * Reads the header at the start of a message. Nothing of it is authentic until {@link verifyHeader} has returned.
 *
 * @throws EnvelopeError UNSUPPORTED_SUITE: other than version 2 and suite 0x0478 (or 0x0578 where allowed)
 * @throws EnvelopeError TRUNCATED: the message ends inside the header
 * @throws EnvelopeError TOO_LARGE: more encrypted data keys than allowed
 * @throws EnvelopeError AUTH_FAILED: fields no writer writes
 */
export function parseHeader(message: Buffer, policy: HeaderPolicy = {}): MessageHeader {
  const reader = new ByteReader(message, 'TRUNCATED');
  if (reader.uint8() !== VERSION) throw new EnvelopeError('UNSUPPORTED_SUITE');
  const suite = suiteOf(reader.take(COMMITTING.id.length), policy);
  const messageId = reader.take(MESSAGE_ID_BYTES);
  const context = reader.takeWithLength();
  const encryptedDataKeys = parseEncryptedDataKeys(reader, policy);
  const contentType = reader.uint8();
  if (contentType !== FRAMED && contentType !== UNFRAMED) throw new EnvelopeError('UNSUPPORTED_SUITE');
  const frameBytes = reader.uint32();
  if ((frameBytes === 0) !== (contentType === UNFRAMED)) throw new EnvelopeError('AUTH_FAILED');
  const commitment = reader.take(COMMITMENT_BYTES);
  const body = message.subarray(0, reader.offset);
  const tag = reader.take(TAG_BYTES);
  return { suite, messageId, context, encryptedDataKeys, frameBytes, commitment, body, tag };
}

function suiteOf(id: Buffer, { allow0578 = false }: HeaderPolicy): Suite {
  if (id.equals(COMMITTING.id)) return COMMITTING;
  if (allow0578 && id.equals(COMMITTING_SIGNED.id)) return COMMITTING_SIGNED;
  throw new EnvelopeError('UNSUPPORTED_SUITE');
}

function parseEncryptedDataKeys(
  reader: ByteReader,
  { encryptedDataKeys = MAX_ENCRYPTED_DATA_KEYS }: HeaderPolicy,
): EncryptedDataKey[] {
  const count = reader.uint16();
  if (count === 0) throw new EnvelopeError('AUTH_FAILED');
  if (count > encryptedDataKeys) throw new EnvelopeError('TOO_LARGE');
  const keys: EncryptedDataKey[] = [];
  while (keys.length < count) {
    const providerId = reader.takeWithLength();
    const providerInfo = reader.takeWithLength();
    keys.push({ providerId, providerInfo, ciphertext: reader.takeWithLength() });
  }
  return keys;
}
