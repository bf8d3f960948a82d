import { EnvelopeError } from '../errors';
import { ByteReader } from './byte-reader';
import { gcmOpen, gcmSeal, gcmSealPieces, IV_BYTES, TAG_BYTES } from './gcm';

/** Where a frame stands, as it says itself. */
export interface FrameStart {
  readonly sequence: number;
  readonly last: boolean;
  readonly iv: Uint8Array;
  /** Bytes of ciphertext, and of plaintext. */
  readonly length: number;
}

const REGULAR_LABEL = Buffer.from('AWSKMSEncryptionClient Frame');
const LAST_LABEL = Buffer.from('AWSKMSEncryptionClient Final Frame');
const LAST_MARK = 0xffff_ffff;
/** Bytes before the ciphertext of a frame that is not the last. */
export const REGULAR_START_BYTES = 4 + IV_BYTES;
/** Bytes before the ciphertext of the last frame: its mark, and its length, come in addition. */
export const LAST_START_BYTES = 4 + REGULAR_START_BYTES + 4;

/** An empty plaintext has one frame too: the last. */
export function frameCount(plaintextBytes: number, frameBytes: number): number {
  return Math.max(1, Math.ceil(plaintextBytes / frameBytes));
}

/** Bytes of the frames that hold a plaintext of so many bytes. */
export function framedLength(plaintextBytes: number, frameBytes: number): number {
  const regular = frameCount(plaintextBytes, frameBytes) - 1;
  return plaintextBytes + regular * (REGULAR_START_BYTES + TAG_BYTES) + LAST_START_BYTES + TAG_BYTES;
}

/**
 * Seals and opens the frames of one message: the content key and the parts of the additional authenticated data that
 * stay the same are prepared once.
 *
 * @see AWS Encryption SDK specification, data-format/message-body.md and message-body-aad.md
 */
export class FrameCipher {
  readonly #key: Uint8Array;
  readonly #messageId: Buffer;
  /** Most messages have no other frame than the last. */
  #regularAad: Buffer | undefined;

  /** @param contentKey 32 bytes, left as they are: whoever owns them zeroes them when the last frame is done */
  constructor(contentKey: Uint8Array, messageId: Buffer) {
    this.#key = contentKey;
    this.#messageId = messageId;
  }

  /**
   * Writes a frame to `target` from `offset` on.
   *
   * @returns the offset after the frame
   */
  seal(sequence: number, last: boolean, plaintext: Uint8Array, target: Buffer, offset: number): number {
    const { length } = plaintext;
    const start = writeFrameStart(target, offset, sequence, last, length);
    const aad = this.#aad(sequence, last, length);
    return gcmSeal({ key: this.#key, iv: start.iv, aad }, plaintext, target, start.end);
  }

  /**
   * The same without joining what comes in pieces, and without copying what comes out.
   *
   * @param length bytes in all pieces
   * @param tagBefore of the frame before: it goes out with the start of this one
   * @returns what stands before the ciphertext, the ciphertext of each piece, and the tag apart
   */
  sealPieces(
    sequence: number,
    last: boolean,
    pieces: readonly Uint8Array[],
    length: number,
    tagBefore: Buffer,
  ): { readonly bytes: readonly Buffer[]; readonly tag: Buffer } {
    const startBytes = last ? LAST_START_BYTES : REGULAR_START_BYTES;
    const start = Buffer.allocUnsafeSlow(tagBefore.length + startBytes);
    const { iv } = writeFrameStart(start, tagBefore.copy(start), sequence, last, length);
    const aad = this.#aad(sequence, last, length);
    const { ciphertext, tag } = gcmSealPieces({ key: this.#key, iv, aad }, pieces);
    return { bytes: [start, ...ciphertext], tag };
  }

  /**
   * @returns the plaintext, in memory of its own
   * @throws EnvelopeError AUTH_FAILED: not the frame that was sealed for this place
   */
  open({ sequence, last, iv, length }: FrameStart, ciphertext: Uint8Array, tag: Uint8Array): Buffer {
    return gcmOpen({ key: this.#key, iv, aad: this.#aad(sequence, last, length) }, ciphertext, tag);
  }

  #aad(sequence: number, last: boolean, length: number): Buffer {
    const aad = last
      ? bodyAad(this.#messageId, LAST_LABEL)
      : (this.#regularAad ??= bodyAad(this.#messageId, REGULAR_LABEL));
    aad.writeUInt32BE(sequence, aad.length - 12);
    aad.writeUInt32BE(length, aad.length - 4);
    return aad;
  }
}

/** The nonce of a frame is its sequence number, from 1. */
function writeFrameStart(
  target: Buffer,
  offset: number,
  sequence: number,
  last: boolean,
  length: number,
): { readonly iv: Buffer; readonly end: number } {
  let at = last ? target.writeUInt32BE(LAST_MARK, offset) : offset;
  at = target.writeUInt32BE(sequence, at);
  const iv = target.subarray(at, at + IV_BYTES).fill(0);
  at = target.writeUInt32BE(sequence, at + IV_BYTES - 4);
  return { iv, end: last ? target.writeUInt32BE(length, at) : at };
}

/** Message id, label, and room for the sequence number in four bytes and the length in eight. */
export function bodyAad(messageId: Buffer, label: Buffer): Buffer {
  return Buffer.concat([messageId, label, Buffer.alloc(12)]);
}

/**
 * Checks the structure of all frames, without a key, and says how many bytes of plaintext they hold.
 *
 * @returns and where in `body` the frames end
 * @throws EnvelopeError TRUNCATED; AUTH_FAILED: frames out of order or longer than the header says
 */
export function measureFrames(body: Buffer, frameBytes: number): { plaintextBytes: number; end: number } {
  const reader = new ByteReader(body, 'TRUNCATED');
  let plaintextBytes = 0;
  for (let sequence = 1, last = false; !last; sequence++) {
    const start = readFrameStart(reader, sequence, frameBytes);
    ({ last } = start);
    reader.take(start.length + TAG_BYTES);
    plaintextBytes += start.length;
  }
  return { plaintextBytes, end: reader.offset };
}

/**
 * Reads what stands before the ciphertext of a frame.
 *
 * @param sequence number the frame must have
 */
export function readFrameStart(reader: ByteReader, sequence: number, frameBytes: number): FrameStart {
  let stated = reader.uint32();
  const last = stated === LAST_MARK;
  if (last) stated = reader.uint32();
  if (stated !== sequence) throw new EnvelopeError('AUTH_FAILED');
  // taken as it stands: published messages carry others than the sequence number, and a wrong one fails the tag
  const iv = reader.take(IV_BYTES);
  const length = last ? reader.uint32() : frameBytes;
  if (length > frameBytes) throw new EnvelopeError('AUTH_FAILED');
  return { sequence, last, iv, length };
}

/**
 * Opens all frames.
 *
 * @param body as {@link measureFrames} has measured it
 * @returns the plaintext, in memory of its own
 * @throws EnvelopeError AUTH_FAILED
 */
export function openFrames(
  body: Buffer,
  frameBytes: number,
  plaintextBytes: number,
  cipher: FrameCipher,
): Buffer {
  const reader = new ByteReader(body, 'TRUNCATED');
  let whole: Buffer | undefined;
  let at = 0;
  try {
    for (let sequence = 1, last = false; !last; sequence++) {
      const start = readFrameStart(reader, sequence, frameBytes);
      ({ last } = start);
      const plaintext = cipher.open(start, reader.take(start.length), reader.take(TAG_BYTES));
      if (sequence === 1 && last) return plaintext;
      whole ??= Buffer.allocUnsafeSlow(plaintextBytes);
      at += plaintext.copy(whole, at);
      plaintext.fill(0);
    }
    // a body that changed after it was measured must not leave a part of the memory unwritten
    if (whole === undefined || at !== plaintextBytes) throw new EnvelopeError('AUTH_FAILED');
    return whole;
  } catch (error) {
    whole?.fill(0);
    throw error;
  }
}
