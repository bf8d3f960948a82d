import { replaceSpans, type Detector } from '../detector';
import { RedactionError } from '../errors';
import type { Replacement } from '../operators/operator';
import { resolveOverlaps } from '../overlap';
import type { Span } from '../span';
import type { SeenNames } from './seen-names';

/** A part of a text that is redacted for good. */
export interface SettledText {
  readonly text: string;
  /** In UTF-16 units of the whole text that went in. */
  readonly spans: readonly Span[];
}

export interface SettlingTextProps {
  readonly detector: Detector;
  readonly replacement: Replacement;
  /** Names found before are redacted, and those found here are added. */
  readonly names: SeenNames;
  /** Units of text already given out that are read again, for what they say about the text behind them. */
  readonly context: number;
  /** Units after which an identifier that does not end is given out as its label, and what follows as more of it. */
  readonly longestSpan: number;
}

const NOTHING: SettledText = { text: '', spans: [] };

/**
 * A text that comes in pieces and leaves redacted from the front, as far as the caller says that no later piece can
 * change the reading. Text never leaves inside an identifier: the end moves to before it. Holds the context and what has
 * not left, nothing else.
 */
export class SettlingText {
  /** Context, then what is pending. */
  #text = '';
  /** Where the pending part starts. */
  #settled = 0;
  /** Where `#text` starts in the whole text. */
  #base = 0;
  /** The rest of a span that was given out in part. */
  #carried: Span | undefined;
  readonly #props: SettlingTextProps;

  constructor(props: SettlingTextProps) {
    this.#props = props;
  }

  get pending(): string {
    return this.#text.slice(this.#settled);
  }

  get pendingLength(): number {
    return this.#text.length - this.#settled;
  }

  append(piece: string): void {
    this.#text += piece;
  }

  /**
   * Gives out at most `length` units of what is pending; less where an identifier or a surrogate pair would be parted.
   *
   * @throws RedactionError TOO_MANY_NAMES; INTERNAL: the detector or the replacement threw
   */
  settle(length: number): SettledText {
    if (length <= 0) return NOTHING;
    try {
      return this.#settle(length);
    } catch (error) {
      if (error instanceof RedactionError) throw error;
      // a detector's error may hold text
      throw new RedactionError('INTERNAL', 'redaction failed; nothing more is given out');
    }
  }

  #settle(length: number): SettledText {
    const text = this.#text;
    const from = this.#settled;
    const spans = this.#spans(text);
    const to = this.#edge(from + length, spans);
    if (to <= from) return NOTHING;
    const whole = spans.filter(({ start, end }) => end > from && start < to);
    const given = whole.map((span) => ({
      ...span,
      start: Math.max(span.start, from),
      end: Math.min(span.end, to),
    }));
    this.#props.names.learn(text, whole);
    const redacted = replaceSpans(text.slice(from, to), moved(given, -from), this.#props.replacement);
    const result = { text: redacted, spans: moved(given, this.#base) };
    this.#advance(to, whole.at(-1));
    return result;
  }

  #spans(text: string): Span[] {
    const { detector, names } = this.#props;
    const carried =
      this.#carried === undefined ? [] : [{ ...this.#carried, end: endOfWord(text, this.#carried.end) }];
    return resolveOverlaps([...carried, ...detector.detect(text), ...names.find(text)]);
  }

  #edge(wanted: number, spans: readonly Span[]): number {
    const crossing = spans.find(({ start, end }) => start < wanted && end > wanted);
    const before = Math.max(crossing?.start ?? wanted, this.#settled);
    const edge = before === this.#settled && wanted - before >= this.#props.longestSpan ? wanted : before;
    const parts = edge < this.#text.length && (this.#text.codePointAt(edge - 1) ?? 0) > 0xffff;
    if (!parts) return edge;
    return edge - 1 > this.#settled ? edge - 1 : edge + 1;
  }

  #advance(to: number, last: Span | undefined): void {
    const start = contextStart(this.#text, to, this.#props.context);
    this.#carried =
      last !== undefined && last.end > to ? moved([{ ...last, start: to }], -start)[0] : undefined;
    this.#text = this.#text.slice(start);
    this.#settled = to - start;
    this.#base += start;
  }
}

function moved(spans: readonly Span[], by: number): Span[] {
  return spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
}

/** A span given out in part goes on to the end of its word: a detector may not know a part of it again. */
function endOfWord(text: string, from: number): number {
  const gap = text.slice(from).search(/\s/);
  return gap < 0 ? text.length : from + gap;
}

/** Context starts with a line, or else a word, so that it reads as it would in the whole text. */
function contextStart(text: string, to: number, context: number): number {
  const earliest = to - context;
  if (earliest <= 0) return 0;
  const latest = to - Math.floor(context / 2);
  const line = text.indexOf('\n', earliest) + 1;
  if (line > 0 && line <= latest) return line;
  const gap = text.slice(earliest, latest).search(/\s/);
  if (gap >= 0) return earliest + gap + 1;
  return (text.codePointAt(earliest - 1) ?? 0) > 0xffff ? earliest + 1 : earliest;
}
