import type { Io } from '../verb';

/** Input below this many bytes is done before a bar would be read. */
export const LEAST_BYTES_FOR_BAR = 4_000_000;

const WIDTH = 30;
const MEGABYTE = 1_000_000;
const CLEAR_LINE = '\r\u001b[2K';

/** A bar on the terminal while a large input goes through; silent everywhere else. */
export class Progress {
  readonly #total: number;
  readonly #shows: boolean;
  #done = 0;
  #shown = -1;

  /** @param sizes bytes of each input; undefined if an input has no end that is known */
  constructor(
    private readonly io: Io,
    sizes: readonly (number | undefined)[],
  ) {
    this.#total = sizes.reduce<number>((sum, size) => sum + (size ?? Number.NaN), 0);
    // text that runs over the terminal shows its own progress, and a bar would stand between its lines
    const onTerminal = io.stderr.isTTY === true && io.stdout.isTTY !== true;
    this.#shows = onTerminal && this.#total >= LEAST_BYTES_FOR_BAR;
  }

  add(bytes: number): void {
    if (!this.#shows) return;
    this.#done += bytes;
    // a file may grow while it is read
    const share = Math.min(1, this.#done / this.#total);
    const percent = Math.floor(share * 100);
    if (percent === this.#shown) return;
    this.#shown = percent;
    const bar = '#'.repeat(Math.floor(share * WIDTH)).padEnd(WIDTH, '.');
    const megabytes = `${Math.floor(Math.min(this.#done, this.#total) / MEGABYTE)} of ${Math.ceil(this.#total / MEGABYTE)} MB`;
    this.io.stderr.write(`\r[${bar}] ${String(percent).padStart(3)} %  ${megabytes}`);
  }

  /** Takes the bar away, so that a line of words can be written; the next `add` draws it again. */
  clear(): void {
    if (!this.#shows || this.#shown < 0) return;
    this.#shown = -1;
    this.io.stderr.write(CLEAR_LINE);
  }
}
