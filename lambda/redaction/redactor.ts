import type { Counts } from './category';
import { normalize } from './normalize';
import { label } from './operators/label';
import { resolveOverlaps } from './overlap';
import { read } from './reading';
import type { Recognizer } from './recognizer';
import { RECOGNIZERS } from './recognizers';
import { countByCategory, type Span } from './span';

export interface Redaction {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly counts: Counts;
}

export interface Redactor {
  /** The text with every identifier found replaced by its label. */
  readonly redact: (text: string) => Redaction;
  /** Where the identifiers are, in the order of the text and without overlap. */
  readonly detect: (text: string) => readonly Span[];
}

export interface RedactorOptions {
  /** @default all recognizers of this library */
  readonly recognizers?: readonly Recognizer[];
}

// A label put in can lay open what the identifier beside it hid, so the output is read again until nothing is found.
// Two readings are the rule; the limit keeps hostile text linear.
const MOST_READINGS = 8;

export function createRedactor({ recognizers = RECOGNIZERS }: RedactorOptions = {}): Redactor {
  const redact = (text: string): Redaction => {
    let spans: Span[] = [];
    let redacted = text;
    for (let reading = 0; reading < MOST_READINGS; reading++) {
      const found = detectOnce(redacted, recognizers);
      if (found.length === 0) break;
      spans = mergeInto(spans, found);
      redacted = replace(text, spans);
    }
    return { text: redacted, spans, counts: countByCategory(spans) };
  };
  return { redact, detect: (text) => redact(text).spans };
}

function detectOnce(text: string, recognizers: readonly Recognizer[]): Span[] {
  const clean = normalize(text);
  const reading = read(clean.text);
  const found = recognizers.flatMap((recognizer) => recognizer.find(reading));
  const spans = found.map((span) => ({
    ...span,
    start: wholeSign(text, clean.originalStart(span.start), -1),
    end: wholeSign(text, clean.originalEnd(span.end), 1),
  }));
  return resolveOverlaps(spans);
}

/** Moves an edge that would part a surrogate pair. */
function wholeSign(text: string, edge: number, outwards: 1 | -1): number {
  const parts = (text.codePointAt(edge - 1) ?? 0) > 0xffff;
  return parts ? edge + outwards : edge;
}

function replace(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const span of spans) {
    pieces.push(text.slice(from, span.start), label(span));
    from = span.end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/** Adds spans found in the labelled text to those found before, all in units of the original. */
function mergeInto(before: readonly Span[], found: readonly Span[]): Span[] {
  if (before.length === 0) return [...found];
  const all: Span[] = [];
  let next = 0;
  let shift = 0;
  const passLabels = (until: number): void => {
    for (let span = before[next]; span && span.start - shift < until; span = before[++next]) {
      all.push(span);
      shift += span.end - span.start - label(span).length;
    }
  };
  for (const span of found) {
    passLabels(span.end);
    all.push({ ...span, start: span.start + shift, end: span.end + shift });
  }
  passLabels(Number.POSITIVE_INFINITY);
  return resolveOverlaps(all);
}
