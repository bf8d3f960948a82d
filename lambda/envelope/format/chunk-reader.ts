import { viewOf } from './byte-reader';

/** What a stream is read from: a `Readable`, the body of an answer, an array of chunks. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** @throws TypeError: the chunk is no Uint8Array */
export function chunkOf(chunk: unknown): Buffer {
  if (chunk instanceof Uint8Array) return viewOf(chunk);
  throw new TypeError(`a chunk of the stream is ${typeof chunk}; give chunks of Uint8Array`);
}

/** Chunks shorter than this are copied together: a stream of single bytes would cost an object and a call for each. */
const SMALL_CHUNK_BYTES = 4 * 1024;
/** What they are copied into. */
const BLOCK_BYTES = 16 * 1024;

/** Takes so many bytes from a stream, whatever its chunks are, without joining them. */
export class ChunkReader {
  readonly #iterator: AsyncIterator<unknown> | Iterator<unknown>;
  readonly #chunks: Buffer[] = [];
  #available = 0;
  #ended = false;
  #block = Buffer.alloc(0);
  #blockUsed = 0;
  /** The chunk at the end, if it lies in the block and may grow there. */
  #growing: Buffer | undefined;

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
      const next = await this.#next();
      if (next.done === true) this.#ended = true;
      else this.#push(chunkOf(next.value));
    }
    return this.#available >= length;
  }

  /** The next bytes, which are here, in one piece; they stay. */
  peek(length: number): Buffer {
    const [first] = this.#chunks;
    if (first !== undefined && first.length >= length) return first.subarray(0, length);
    return Buffer.concat(this.#chunks, length);
  }

  /** The next bytes, which are here, in the pieces they came in, or fewer. */
  take(length: number): Buffer[] {
    const pieces: Buffer[] = [];
    let whole = 0;
    let missing = length;
    for (const chunk of this.#chunks) {
      if (chunk.length > missing) break;
      pieces.push(chunk);
      missing -= chunk.length;
      whole += 1;
    }
    // all at once: a chunk shifted off a long list costs as much as the list is long
    this.#chunks.splice(0, whole);
    const [first] = this.#chunks;
    if (missing > 0) {
      if (first === undefined) throw new RangeError('more is taken than is here');
      pieces.push(first.subarray(0, missing));
      this.#chunks[0] = first.subarray(missing);
    }
    this.#available -= length;
    return pieces;
  }

  /** Tells the source that nothing more is read. What it answers changes nothing for whoever stopped reading. */
  async close(): Promise<void> {
    this.#chunks.length = 0;
    this.#available = 0;
    if (this.#ended) return;
    this.#ended = true;
    try {
      await this.#iterator.return?.();
    } catch {
      // the reason to stop is the one to be told
    }
  }

  /** A source that failed is over: it is not told to close. */
  async #next(): Promise<IteratorResult<unknown>> {
    try {
      return await this.#iterator.next();
    } catch (error) {
      this.#ended = true;
      throw error;
    }
  }

  #push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#available += chunk.length;
    if (chunk.length >= SMALL_CHUNK_BYTES) this.#chunks.push(chunk);
    else this.#gather(chunk);
  }

  #gather(chunk: Buffer): void {
    if (this.#block.length - this.#blockUsed < chunk.length) {
      this.#block = Buffer.allocUnsafeSlow(BLOCK_BYTES);
      this.#blockUsed = 0;
      this.#growing = undefined;
    }
    const isLast = this.#growing !== undefined && this.#chunks.at(-1) === this.#growing;
    const grown = isLast ? (this.#chunks.pop()?.length ?? 0) : 0;
    const start = this.#blockUsed - grown;
    this.#blockUsed += chunk.copy(this.#block, this.#blockUsed);
    this.#growing = this.#block.subarray(start, this.#blockUsed);
    this.#chunks.push(this.#growing);
  }
}
