/** A place in a file that a person, an editor or a code host can open. */
export interface SourceLocation {
  /** `/`-separated; relative to the working directory when the file lies below it, else as it was named. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
}
