import { ByteReader } from './byte-reader';
import { EnvelopeError } from './errors';
import { gcmOpen, gcmSeal, IV_BYTES, TAG_BYTES } from './suite';

/** What the frames of one message have in common. */
export interface FrameSettings {
  readonly messageId: Buffer;
  /** Bytes of plaintext in each frame but the last. */
  readonly frameBytes: number;
}

interface Frame {
  readonly sequence: number;
  readonly last: boolean;
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

const REGULAR_LABEL = Buffer.from('AWSKMSEncryptionClient Frame');
const LAST_LABEL = Buffer.from('AWSKMSEncryptionClient Final Frame');
const LAST_MARK = 0xffff_ffff;
const REGULAR_OVERHEAD = 4 + IV_BYTES + TAG_BYTES;
const LAST_OVERHEAD = 4 + REGULAR_OVERHEAD + 4;

/** Bytes of the frames that hold a plaintext of so many bytes. */
export function framedLength(plaintextBytes: number, frameBytes: number): number {
  return plaintextBytes + (frameCount(plaintextBytes, frameBytes) - 1) * REGULAR_OVERHEAD + LAST_OVERHEAD;
}

// an empty plaintext has one frame too: the last
function frameCount(plaintextBytes: number, frameBytes: number): number {
  return Math.max(1, Math.ceil(plaintextBytes / frameBytes));
}

/**
 * Writes the frames of `plaintext` to `target` from `offset` on. The nonce of a frame is its sequence number, from 1.
 *
 * @see AWS Encryption SDK specification, data-format/message-body.md, "Framed Data"
 */
export function sealFrames(
  plaintext: Uint8Array,
  contentKey: Uint8Array,
  { messageId, frameBytes }: FrameSettings,
  target: Buffer,
  offset: number,
): void {
  const count = frameCount(plaintext.length, frameBytes);
  let at = offset;
  for (let sequence = 1; sequence <= count; sequence++) {
    const last = sequence === count;
    const content = plaintext.subarray((sequence - 1) * frameBytes, sequence * frameBytes);
    if (last) at = target.writeUInt32BE(LAST_MARK, at);
    at = target.writeUInt32BE(sequence, at);
    const iv = Buffer.alloc(IV_BYTES);
    iv.writeUInt32BE(sequence, IV_BYTES - 4);
    at += iv.copy(target, at);
    if (last) at = target.writeUInt32BE(content.length, at);
    const aad = frameAad(messageId, last, sequence, content.length);
    at = gcmSeal({ key: contentKey, iv, aad }, content, target, at);
  }
}

/**
 * Checks the structure of all frames, without a key, and says how many bytes of plaintext they hold.
 *
 * @throws EnvelopeError TRUNCATED, TRAILING_BYTES, AUTH_FAILED: frames out of order or longer than the header says
 */
export function measureFrames(body: Buffer, frameBytes: number): number {
  let length = 0;
  forEachFrame(body, frameBytes, ({ ciphertext }) => {
    length += ciphertext.length;
  });
  return length;
}

/**
 * Decrypts all frames into `target`, which has the size {@link measureFrames} gave. The caller zeroes it when this throws.
 *
 * @throws EnvelopeError AUTH_FAILED: a frame is not authentic; and what {@link measureFrames} throws
 */
export function openFrames(
  body: Buffer,
  contentKey: Uint8Array,
  { messageId, frameBytes }: FrameSettings,
  target: Buffer,
): void {
  let at = 0;
  forEachFrame(body, frameBytes, ({ sequence, last, iv, ciphertext, tag }) => {
    const aad = frameAad(messageId, last, sequence, ciphertext.length);
    at = gcmOpen({ key: contentKey, iv, aad }, { ciphertext, tag }, target, at);
  });
}

function forEachFrame(body: Buffer, frameBytes: number, visit: (frame: Frame) => void): void {
  const reader = new ByteReader(body, 'TRUNCATED');
  let last = false;
  for (let sequence = 1; !last; sequence++) {
    let stated = reader.uint32();
    last = stated === LAST_MARK;
    if (last) stated = reader.uint32();
    if (stated !== sequence) throw new EnvelopeError('AUTH_FAILED');
    // taken as it stands: published messages carry others than the sequence number, and a wrong one fails the tag
    const iv = reader.take(IV_BYTES);
    const length = last ? reader.uint32() : frameBytes;
    if (length > frameBytes) throw new EnvelopeError('AUTH_FAILED');
    visit({ sequence, last, iv, ciphertext: reader.take(length), tag: reader.take(TAG_BYTES) });
  }
  if (!reader.atEnd) throw new EnvelopeError('TRAILING_BYTES');
}

/** @see AWS Encryption SDK specification, data-format/message-body-aad.md */
function frameAad(messageId: Buffer, last: boolean, sequence: number, length: number): Buffer {
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32BE(sequence);
  numbers.writeBigUInt64BE(BigInt(length), 4);
  return Buffer.concat([messageId, last ? LAST_LABEL : REGULAR_LABEL, numbers]);
}
