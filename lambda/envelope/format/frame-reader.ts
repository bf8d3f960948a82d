import { EnvelopeError } from '../errors';
import { MAX_HEADER_BYTES, MAX_STREAMED_FRAME_BYTES } from '../limits';
import { ByteReader } from './byte-reader';
import { ChunkReader, type ByteSource } from './chunk-reader';
import { LAST_START_BYTES, readFrameStart, type FrameStart } from './frames';
import { TAG_BYTES } from './gcm';
import { parseHeader, type HeaderPolicy, type MessageHeader } from './message-header';

/** A frame as it came, not authentic yet. */
export interface StreamedFrame {
  readonly start: FrameStart;
  /** All bytes of the frame before its ciphertext. */
  readonly startBytes: readonly Buffer[];
  readonly ciphertext: readonly Buffer[];
  readonly tag: Buffer;
}

const FIRST_READ_BYTES = 512;

/** Takes a message apart while it arrives. The last frame is given out only when nothing comes after it. */
export class FrameReader {
  readonly #reader: ChunkReader;
  readonly #policy: Pick<HeaderPolicy, 'encryptedDataKeys'>;
  #sequence = 1;

  constructor(source: ByteSource, policy: Pick<HeaderPolicy, 'encryptedDataKeys'>) {
    this.#reader = new ChunkReader(source);
    this.#policy = policy;
  }

  /**
   * To be called once, first.
   *
   * @returns the header in memory of its own
   * @throws EnvelopeError UNSUPPORTED_SUITE: a signed message (its signature is at the end), or one without frames
   * @throws EnvelopeError TRUNCATED, TOO_LARGE, AUTH_FAILED
   */
  async header(): Promise<MessageHeader> {
    const header = await this.#readHeader();
    if (header.frameBytes === 0) throw new EnvelopeError('UNSUPPORTED_SUITE');
    if (header.frameBytes > MAX_STREAMED_FRAME_BYTES) throw new EnvelopeError('TOO_LARGE');
    return header;
  }

  /** @throws EnvelopeError TRUNCATED, AUTH_FAILED; before the last frame TRAILING_BYTES */
  async next(frameBytes: number): Promise<StreamedFrame> {
    // no frame is shorter than the start of a last one
    await this.#demand(LAST_START_BYTES);
    const bytes = new ByteReader(this.#reader.peek(LAST_START_BYTES), 'TRUNCATED');
    const start = readFrameStart(bytes, this.#sequence, frameBytes);
    await this.#demand(bytes.offset + start.length + TAG_BYTES);
    const startBytes = this.#reader.take(bytes.offset);
    const ciphertext = this.#reader.take(start.length);
    const tag = Buffer.concat(this.#reader.take(TAG_BYTES));
    if (start.last && (await this.#reader.fill(1))) throw new EnvelopeError('TRAILING_BYTES');
    this.#sequence += 1;
    return { start, startBytes, ciphertext, tag };
  }

  /** Tells the source that nothing more is read. */
  async close(): Promise<void> {
    await this.#reader.close();
  }

  async #demand(length: number): Promise<void> {
    if (!(await this.#reader.fill(length))) throw new EnvelopeError('TRUNCATED');
  }

  async #readHeader(): Promise<MessageHeader> {
    const reader = this.#reader;
    // twice as much each time: a header that comes byte by byte is not read again for each of them
    for (let wanted = FIRST_READ_BYTES; ; wanted *= 2) {
      const ended = !(await reader.fill(wanted));
      // a copy: what is compared with the binding must be what is authenticated later
      const bytes = Buffer.from(reader.peek(Math.min(reader.available, MAX_HEADER_BYTES)));
      try {
        const header = parseHeader(bytes, this.#policy);
        reader.take(header.body.length + TAG_BYTES);
        return header;
      } catch (error) {
        const early = error instanceof EnvelopeError && error.code === 'TRUNCATED';
        if (!early || ended) throw error;
        if (bytes.length >= MAX_HEADER_BYTES) throw new EnvelopeError('TOO_LARGE');
      }
    }
  }
}
