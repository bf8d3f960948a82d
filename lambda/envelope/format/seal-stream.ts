import { randomBytes } from 'node:crypto';
import { EnvelopeError } from '../errors';
import { MAX_FRAMES } from '../limits';
import { ChunkReader, type ByteSource } from './chunk-reader';
import { FrameCipher } from './frames';
import { deriveKeys } from './key-derivation';
import type { MessageKey } from './message';
import { headerLength, MESSAGE_ID_BYTES, sealHeader } from './message-header';
import { COMMITTING, DATA_KEY_BYTES } from './suite';

/** Told when all but the last frame is out; the last is withheld until it returns, and for good if it throws. */
export type BeforeLast = (totalBytes: number) => void | Promise<void>;

const NOTHING = Buffer.alloc(0);

/**
 * Encrypts a stream into one message, frame by frame: it holds one frame of plaintext and one of ciphertext.
 *
 * @param frameBytes bytes of plaintext in each frame but the last
 * @throws EnvelopeError TOO_LARGE: more frames than a message holds; NO_KEY: the data key has not 32 bytes
 * @throws TypeError a chunk is no Uint8Array
 * @throws what the source throws; the message then has no end, and nobody opens it whole
 */
export async function* sealStream(
  source: ByteSource,
  { dataKey, encryptedDataKeys }: MessageKey,
  context: Buffer,
  frameBytes: number,
  beforeLast: BeforeLast,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (dataKey.length !== DATA_KEY_BYTES) throw new EnvelopeError('NO_KEY');
  const reader = new ChunkReader(source);
  const messageId = randomBytes(MESSAGE_ID_BYTES);
  // all that is needed of the data key: its owner may zero it while the stream still flows
  const { commitment, contentKey } = deriveKeys(COMMITTING, dataKey, messageId);
  try {
    const fields = { suite: COMMITTING, messageId, context, encryptedDataKeys, frameBytes, commitment };
    const header = Buffer.allocUnsafeSlow(headerLength(fields));
    sealHeader(fields, contentKey, header);
    yield header;

    const cipher = new FrameCipher(contentKey, messageId);
    let sequence = 1;
    /** Tag of the frame before, which goes out with the start of the next: two chunks for a frame and not three. */
    let tag: Buffer = NOTHING;
    // a frame is not the last when a byte comes after it
    while (await reader.fill(frameBytes + 1)) {
      if (sequence >= MAX_FRAMES) throw new EnvelopeError('TOO_LARGE');
      const frame = cipher.sealPieces(sequence, false, reader.take(frameBytes), frameBytes, tag);
      ({ tag } = frame);
      yield* frame.bytes;
      sequence += 1;
    }
    if (tag.length > 0) yield tag;
    const held = reader.available;
    const last = cipher.sealPieces(sequence, true, reader.take(held), held, NOTHING);
    await beforeLast((sequence - 1) * frameBytes + held);
    yield* last.bytes;
    yield last.tag;
  } finally {
    contentKey.fill(0);
    await reader.close();
  }
}
