import type { Counts } from '../../../lambda/redaction/category';
import type { Redaction } from '../../../lambda/redaction/redactor';
import type { StructuredRedactorOptions } from '../../../lambda/redaction/structured';
import type { Source } from './source';

/** What a format is given to do its work with. */
export interface Pass {
  /**
   * Redacts one text and counts what was found.
   *
   * @param owner whose text it is, if the input says so
   * @throws Error with nothing of the text in it
   */
  readonly redact: (text: string, owner: Owner) => Redaction;
  /** What the redactors of structured documents take: the engine and its operators, for one owner. */
  readonly structured: (owner: Owner) => Required<StructuredRedactorOptions>;
  /** Counts what a redactor of structured documents found. */
  readonly count: (counts: Counts) => void;
  /** Says that a part of the input could not be used, in words that hold nothing of it. */
  readonly leaveOut: (complaint: string) => void;
  /** Input that is done with, in bytes. */
  readonly done: (bytes: number) => void;
}

/** Whose text it is: named in the input, or only known to be of this record and no other. */
export type Owner = { readonly subject: string | number } | { readonly record: string | number };

/** Reads one source and gives its redacted form piece by piece. One file per format. */
export type Format = (source: Source, pass: Pass) => AsyncIterable<string>;
