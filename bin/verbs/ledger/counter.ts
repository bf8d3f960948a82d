import type { Io } from '../verb';

/** Milliseconds between two drawings, and before the first: what is done sooner needs none. */
const INTERVAL_MS = 200;
const SECOND_MS = 1000;
const CLEAR_LINE = '\r\u001b[2K';

/** How many records are done, on a terminal; silent everywhere else. Nobody knows beforehand how many there are. */
export class Counter {
  readonly #start: number;
  #drawn: number;
  #shown = false;

  constructor(
    private readonly io: Pick<Io, 'stderr' | 'stdout'>,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#start = now();
    this.#drawn = this.#start;
  }

  readonly count = (records: number): void => {
    const now = this.now();
    const isSilent = this.io.stderr.isTTY !== true || now - this.#drawn < INTERVAL_MS;
    if (isSilent) return;
    this.#drawn = now;
    this.#shown = true;
    const rate = Math.round((records * SECOND_MS) / (now - this.#start));
    this.io.stderr.write(
      `${CLEAR_LINE}${records.toLocaleString('en-US')} records  ${rate.toLocaleString('en-US')}/s`,
    );
  };

  /** Takes the line away, so that words can be written; the next count draws it again. */
  clear(): void {
    if (this.#shown) this.io.stderr.write(CLEAR_LINE);
    this.#shown = false;
  }
}
