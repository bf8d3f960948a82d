import { FrameReader } from './frame-reader';
import { FrameCipher } from './frames';
import type { HeaderPolicy, MessageHeader } from './message-header';
import type { ByteSource } from './chunk-reader';
import type { BeforeLast } from './seal-stream';

const NOTHING = Buffer.alloc(0);

/** Checks a header and gives the content key of its message, which is zeroed after the last frame. */
export type Unlock = (header: MessageHeader) => Promise<Uint8Array>;

/**
 * Decrypts a stream. Each frame is released when it is verified; the last one when the end of the input is verified too.
 * Whoever reads it must not act on a plaintext before the stream has ended without an error: a message cut short shows
 * only at its end.
 *
 * @throws EnvelopeError UNSUPPORTED_SUITE: a signed message (its signature is at the end), or one without frames
 * @throws EnvelopeError TRUNCATED, TRAILING_BYTES, AUTH_FAILED, TOO_LARGE
 * @throws what `unlock` and the source throw
 */
export async function* openStream(
  source: ByteSource,
  policy: Pick<HeaderPolicy, 'encryptedDataKeys'>,
  unlock: Unlock,
  beforeLast: BeforeLast,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = new FrameReader(source, policy);
  let contentKey: Uint8Array | undefined;
  try {
    const header = await reader.header();
    contentKey = await unlock(header);
    const cipher = new FrameCipher(contentKey, header.messageId);
    const join = joiner(header.frameBytes);
    let totalBytes = 0;
    for (let last = false; !last;) {
      const { start, ciphertext, tag } = await reader.next(header.frameBytes);
      const plaintext = cipher.open(start, join(ciphertext), tag);
      ({ last } = start);
      totalBytes += start.length;
      if (last) await orZeroed(plaintext, () => beforeLast(totalBytes));
      if (plaintext.length > 0) yield plaintext;
    }
  } finally {
    contentKey?.fill(0);
    await reader.close();
  }
}

/** What is not handed out does not stay in memory either. */
async function orZeroed(plaintext: Buffer, act: () => void | Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    plaintext.fill(0);
    throw error;
  }
}

/**
 * Puts the pieces of a frame together, always in the same memory: decrypting it in one go is cheaper than piece by piece,
 * and so is what comes after.
 */
function joiner(frameBytes: number): (pieces: readonly Buffer[]) => Buffer {
  let room: Buffer | undefined;
  return (pieces) => {
    const [first, ...others] = pieces;
    if (first === undefined || others.length === 0) return first ?? NOTHING;
    room ??= Buffer.allocUnsafeSlow(frameBytes);
    let at = 0;
    for (const piece of pieces) at += piece.copy(room, at);
    return room.subarray(0, at);
  };
}
