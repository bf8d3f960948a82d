import { randomUUID } from 'node:crypto';
import type { Category, Counts } from '../category';
import { replaceSpans } from '../detector';
import type { Redaction } from '../redactor';
import type { Span } from '../span';
import { labelField, type Field, type StructuredRedactorOptions } from './field';
import { KnownValues } from './known-values';
import { isLabel, withoutLabels } from './label-pattern';

const PROSE_WORDS = 5;
// A structured document says the same short things again and again: each is read once
const LONGEST_REPEATED = 256;
const MOST_REPEATED = 10_000;

/** The redaction of one document: what is known of it, and what was counted. */
export class DocumentRedaction {
  readonly known = new KnownValues();
  readonly counts: Counts = {};
  // random, so that no document can hold one of its own
  readonly #wallName = `w${randomUUID()}-`;
  readonly #walls = new RegExp(`\\[[A-Z_0-9]+:${this.#wallName}\\d+\\]`, 'g');
  readonly #behindWalls = new Map<string, string>();
  readonly #read = new Map<string, Redaction>();
  readonly #redactor: StructuredRedactorOptions['redactor'];
  readonly #replaceField: NonNullable<StructuredRedactorOptions['replaceField']>;

  constructor({ redactor, replaceField = labelField }: StructuredRedactorOptions) {
    this.#redactor = redactor;
    this.#replaceField = replaceField;
  }

  /** Free text: first the values fields gave, then what the engine finds. */
  text(value: string): string {
    return value === '' ? value : this.settle(this.byEngine(this.byKnown(value).text).text);
  }

  /** What the engine finds, alone. */
  byEngine(value: string): Redaction {
    const redaction = this.#read.get(value) ?? this.#redactor.redact(value);
    if (value.length <= LONGEST_REPEATED && this.#read.size < MOST_REPEATED) this.#read.set(value, redaction);
    for (const [category, count] of Object.entries(redaction.counts)) this.count(category as Category, count);
    return redaction;
  }

  /** A text that the schema says holds no identifier, such as the display of a code: only the values fields gave. */
  knownIn(value: string): string {
    return this.settle(this.byKnown(value).text);
  }

  /**
   * Values that fields gave, alone. What stands for them is a label or a token, which the engine leaves alone: a name put in
   * here would be one more name to it. `settle` ends this.
   */
  byKnown(value: string): Pick<Redaction, 'text' | 'spans'> {
    const spans = this.known.find(value);
    const replace = (span: Span): string => this.#wall(span, value.slice(span.start, span.end));
    return { text: replaceSpans(value, spans, replace), spans };
  }

  /** Puts in what the tokens stand for. */
  settle(text: string): string {
    return this.#behindWalls.size === 0
      ? text
      : text.replaceAll(this.#walls, (token) => this.#behindWalls.get(token) ?? token);
  }

  #wall(field: Field, value: string): string {
    const replacement = this.field(field, value);
    if (isLabel(replacement)) return replacement;
    const token = `[${field.category}:${this.#wallName}${this.#behindWalls.size}]`;
    this.#behindWalls.set(token, replacement);
    return token;
  }

  /** A whole value that is an identifier. What an earlier redaction left stays. */
  field(field: Field, value: string): string {
    if (value.trim() === '' || isLabel(value)) return value;
    this.count(field.category);
    return this.#replaceField(field, value);
  }

  /**
   * A text of which nobody knows what it is. The engine needs words around an identifier, so a text of fewer than five words
   * goes as a whole, and so does one in which a number is left.
   */
  unknown(value: string): string {
    const text = this.text(value);
    const rest = withoutLabels(text);
    const words = rest.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const safe = words === 0 || (words >= PROSE_WORDS && !/\d{3}/.test(rest));
    return safe ? text : this.field({ category: 'OTHER_ID', detector: 'unknown-field' }, value);
  }

  count(category: Category, count = 1): void {
    this.counts[category] = (this.counts[category] ?? 0) + count;
  }
}
