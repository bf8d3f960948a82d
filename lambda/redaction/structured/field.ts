import type { Category, Counts } from '../category';
import { label } from '../operators/label';
import type { Redactor } from '../redactor';

/** A whole value that its place alone shows to be an identifier. */
export interface Field {
  readonly category: Category;
  /** What kind of place: `street-address`, `place` and `facility` mean what they mean in a span. */
  readonly detector: string;
}

/** What stands in place of the value of a field. */
export type ReplaceField = (field: Field, value: string) => string;

export const labelField: ReplaceField = (field) => label(field);

export interface StructuredRedactorOptions {
  /** Redacts free text. */
  readonly redactor: Pick<Redactor, 'redact'>;
  /**
   * Replaces whole fields. Where the format forbids what it gives (a label is no date), a date is shortened to its year
   * and anything else is removed.
   * @default a label such as `[NAME]`
   */
  readonly replaceField?: ReplaceField;
}

export interface StructuredRedaction {
  readonly text: string;
  /** Identifiers replaced or removed, in fields and in free text. */
  readonly counts: Counts;
}
