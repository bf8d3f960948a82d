import { addCounts, type Category, type Counts } from '../category';
import { replaceSpans } from '../detector';
import { isLabel, LABEL, withoutLabels } from '../label-walls';
import type { Redaction } from '../redactor';
import { countByCategory, type Span } from '../span';
import { newTokenId } from '../token-id';
import { labelField, type Field, type StructuredRedactorOptions } from './field';
import { KnownValues } from './known-values';
import { replacementsOf } from './replacements';

const PROSE_WORDS = 5;
// A structured document says the same short things again and again: each is read once
const LONGEST_REPEATED = 256;
const MOST_REPEATED = 10_000;

/** A text with what stands in place of each span. */
export interface Replaced extends Pick<Redaction, 'text' | 'spans'> {
  readonly replacements: readonly string[];
}

/** The redaction of one document: what is known of it, and what was counted. */
export class DocumentRedaction {
  readonly known = new KnownValues();
  readonly counts: Counts = {};
  // by a random id, so that no document can hold one of its own
  readonly #behindWalls = new Map<string, string>();
  readonly #readings = new Map<string, Redaction>();
  readonly #redactor: StructuredRedactorOptions['redactor'];
  readonly #replaceField: NonNullable<StructuredRedactorOptions['replaceField']>;

  constructor({ redactor, replaceField = labelField }: StructuredRedactorOptions) {
    this.#redactor = redactor;
    this.#replaceField = replaceField;
  }

  /** Free text: first the values fields gave, then what the engine finds. */
  text(value: string): string {
    if (value === '') return value;
    const known = this.byKnown(value);
    const { text, counts } = this.#read(known.text);
    this.add(countByCategory(known.spans));
    this.add(counts);
    return this.settle(text);
  }

  /** A text that the schema says holds no identifier, such as the display of a code: only the values fields gave. */
  knownIn(value: string): string {
    const { text, spans } = this.byKnown(value);
    this.add(countByCategory(spans));
    return this.settle(text);
  }

  /** What the engine finds, alone and not counted. */
  byEngine(value: string): Replaced {
    const redaction = this.#read(value);
    return { ...redaction, replacements: replacementsOf(value, redaction) };
  }

  /**
   * Values that fields gave, alone and not counted. What stands for them is a label or a token, which the engine leaves alone:
   * a name put in here would be one more name to it. `settle` ends this.
   */
  byKnown(value: string): Replaced {
    const spans: Span[] = [];
    const replacements: string[] = [];
    for (const span of this.known.find(value)) {
      const given = value.slice(span.start, span.end);
      const replacement = this.#replaceField(span, given);
      if (replacement === given) continue;
      spans.push(span);
      replacements.push(this.#walled(span, replacement));
    }
    let next = 0;
    return { text: replaceSpans(value, spans, () => replacements[next++] ?? ''), spans, replacements };
  }

  /** Puts in what the tokens stand for. */
  settle(text: string): string {
    return this.#behindWalls.size === 0
      ? text
      : text.replaceAll(LABEL, (token) => this.#behindWalls.get(token) ?? token);
  }

  /** A whole value that is an identifier. What an earlier redaction left stays, and what the profile leaves is not counted. */
  field(field: Field, value: string): string {
    if (value.trim() === '' || isLabel(value)) return value;
    const replacement = this.#replaceField(field, value);
    if (replacement !== value) this.count(field.category);
    return replacement;
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

  count(category: Category): void {
    this.add({ [category]: 1 });
  }

  add(counts: Counts): void {
    addCounts(this.counts, counts);
  }

  #read(value: string): Redaction {
    const redaction = this.#readings.get(value) ?? this.#redactor.redact(value);
    if (value.length <= LONGEST_REPEATED && this.#readings.size < MOST_REPEATED)
      this.#readings.set(value, redaction);
    return redaction;
  }

  #walled({ category }: Field, replacement: string): string {
    if (isLabel(replacement)) return replacement;
    const token = `[${category}:${newTokenId()}]`;
    this.#behindWalls.set(token, replacement);
    return token;
  }
}
