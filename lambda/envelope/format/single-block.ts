import { ByteReader } from './byte-reader';
import { bodyAad } from './frames';
import { gcmOpen, IV_BYTES, TAG_BYTES } from './gcm';

const LABEL = Buffer.from('AWSKMSEncryptionClient Single Block');
const START_BYTES = IV_BYTES + 8;

/**
 * The body of a message whose header says content type 1: one ciphertext, no frames. Old libraries wrote it; none does any
 * more, so it is read only.
 *
 * @throws EnvelopeError TRUNCATED
 * @see AWS Encryption SDK specification, data-format/message-body.md, "Non-Framed Data"
 */
export function measureSingleBlock(body: Buffer): { plaintextBytes: number; end: number } {
  const reader = new ByteReader(body, 'TRUNCATED');
  const plaintextBytes = Number(reader.take(START_BYTES).readBigUInt64BE(IV_BYTES));
  reader.take(plaintextBytes + TAG_BYTES);
  return { plaintextBytes, end: reader.offset };
}

/**
 * @param body as {@link measureSingleBlock} has measured it
 * @returns the plaintext, in memory of its own
 * @throws EnvelopeError AUTH_FAILED
 */
export function openSingleBlock(body: Buffer, contentKey: Uint8Array, messageId: Buffer): Buffer {
  const ciphertext = body.subarray(START_BYTES, body.length - TAG_BYTES);
  const aad = bodyAad(messageId, LABEL);
  aad.writeUInt32BE(1, aad.length - 12);
  aad.writeBigUInt64BE(BigInt(ciphertext.length), aad.length - 8);
  const iv = body.subarray(0, IV_BYTES);
  return gcmOpen({ key: contentKey, iv, aad }, ciphertext, body.subarray(body.length - TAG_BYTES));
}
