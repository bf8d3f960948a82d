import type { Io } from '../verb';

/** Milliseconds between two drawings, and before the first: what is done sooner needs none. */
const INTERVAL_MS = 200;
const WIDTH = 30;
const MEGABYTE = 1_000_000;
const SECOND_MS = 1000;
const CLEAR_LINE = '\r\u001b[2K';

export interface MeterProps {
  /** Bytes there will be; undefined: not known. */
  readonly total: number | undefined;
  /** In milliseconds. Default: the clock of the process */
  readonly now?: () => number;
}

/** How far a stream is, in bytes and their rate, on a terminal; silent everywhere else. */
export class Meter {
  readonly #total: number | undefined;
  readonly #now: () => number;
  readonly #start: number;
  #done = 0;
  #drawn: number;
  #shown = false;

  constructor(
    private readonly io: Pick<Io, 'stderr'>,
    { total, now = () => performance.now() }: MeterProps,
  ) {
    this.#total = total;
    this.#now = now;
    this.#start = now();
    this.#drawn = this.#start;
  }

  /** The same bytes, counted; the line is taken away at their end. */
  async *counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for await (const chunk of bytes) {
        this.#add(chunk.length);
        yield chunk;
      }
    } finally {
      if (this.#shown) this.io.stderr.write(CLEAR_LINE);
    }
  }

  #add(bytes: number): void {
    this.#done += bytes;
    const now = this.#now();
    if (this.io.stderr.isTTY !== true || now - this.#drawn < INTERVAL_MS) return;
    this.#drawn = now;
    this.#shown = true;
    const rate = Math.round(((this.#done / MEGABYTE) * SECOND_MS) / (now - this.#start));
    this.io.stderr.write(`${CLEAR_LINE}${this.#bar()} MB  ${rate} MB/s`);
  }

  #bar(): string {
    const done = Math.floor(this.#done / MEGABYTE);
    if (this.#total === undefined || this.#total === 0) return String(done);
    // a file may grow while it is read
    const share = Math.min(1, this.#done / this.#total);
    const bar = '#'.repeat(Math.floor(share * WIDTH)).padEnd(WIDTH, '.');
    const percent = String(Math.floor(share * 100)).padStart(3);
    return `[${bar}] ${percent} %  ${done} of ${Math.ceil(this.#total / MEGABYTE)}`;
  }
}
