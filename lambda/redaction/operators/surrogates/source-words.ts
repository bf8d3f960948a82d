const RUNS = /[\p{L}\p{M}\p{N}]+/gu;

/** The runs of letters and figures of a text, read when first asked for. */
export class SourceWords {
  #words: ReadonlySet<string> | undefined;

  constructor(private readonly text: string) {}

  /** Whether a word stands in the text, in whatever case. */
  has(word: string): boolean {
    this.#words ??= new Set(this.text.toLowerCase().match(RUNS));
    return this.#words.has(word.toLowerCase());
  }

  /** Whether every run of a value stands in the text: if not, the value does not. Runs of one sign stand in any text. */
  mayHold(value: string): boolean {
    const runs = (value.match(RUNS) ?? []).filter((run) => run.length > 1);
    return runs.length > 0 && runs.every((run) => this.has(run));
  }
}
