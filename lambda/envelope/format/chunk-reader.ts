import { viewOf } from './byte-reader';

/** What a stream is read from: a `Readable`, the body of an answer, an array of chunks. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** @throws TypeError: the chunk is no Uint8Array */
export function chunkOf(chunk: unknown): Buffer {
  if (chunk instanceof Uint8Array) return viewOf(chunk);
  throw new TypeError(`a chunk of the stream is ${typeof chunk}; give chunks of Uint8Array`);
}

/** A stream of single bytes is joined before it costs a call each. */
const MOST_CHUNKS = 64;

/** Takes so many bytes from a stream, whatever its chunks are, without joining them. */
export class ChunkReader {
  readonly #iterator: AsyncIterator<unknown> | Iterator<unknown>;
  #chunks: Buffer[] = [];
  #available = 0;
  #ended = false;

  constructor(source: ByteSource) {
    this.#iterator =
      Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  }

  /** Bytes that are here already. */
  get available(): number {
    return this.#available;
  }

  /** Reads on until so many bytes are here; false when the stream ends before. */
  async fill(length: number): Promise<boolean> {
    while (this.#available < length && !this.#ended) {
      const next = await this.#iterator.next();
      if (next.done === true) this.#ended = true;
      else this.#push(chunkOf(next.value));
    }
    return this.#available >= length;
  }

  #push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    if (this.#chunks.length === MOST_CHUNKS) this.#chunks = [Buffer.concat(this.#chunks)];
    this.#chunks.push(chunk);
    this.#available += chunk.length;
  }

  /** The next bytes, which are here, in one piece; they stay. */
  peek(length: number): Buffer {
    const [first] = this.#chunks;
    if (first !== undefined && first.length >= length) return first.subarray(0, length);
    const joined = Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined.subarray(0, length);
  }

  /** The next bytes, which are here, in the pieces they came in. */
  take(length: number): Buffer[] {
    const pieces: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      const [chunk] = this.#chunks;
      if (chunk === undefined) throw new RangeError('more is taken than is here');
      if (chunk.length > missing) {
        pieces.push(chunk.subarray(0, missing));
        this.#chunks[0] = chunk.subarray(missing);
        missing = 0;
      } else {
        pieces.push(chunk);
        this.#chunks.shift();
        missing -= chunk.length;
      }
    }
    this.#available -= length;
    return pieces;
  }

  /** Tells the source that nothing more is read. */
  async close(): Promise<void> {
    if (!this.#ended) await this.#iterator.return?.();
    this.#chunks = [];
    this.#ended = true;
  }
}
