import { normalize } from './normalize';
import { label } from './operators/label';
import { resolveOverlaps } from './overlap';
import { read } from './reading';
import type { Recognizer } from './recognizer';
import { RECOGNIZERS } from './recognizers';
import type { Span } from './span';

/** Finds identifiers. Pure: the same text gives the same spans. */
export interface Detector {
  /** Where the identifiers are, in the order of the text and without overlap; offsets are UTF-16 units. */
  readonly detect: (text: string) => readonly Span[];
}

export interface DetectorOptions {
  /** @default all recognizers of this library */
  readonly recognizers?: readonly Recognizer[];
  /**
   * Whether a span found is an identifier to remove; what it refuses stays in the text.
   * @default every span
   */
  readonly keeps?: (span: Span) => boolean;
}

// A label put in can lay open what the identifier beside it hid, so the output is read again until nothing is found.
// Two readings are the rule; the limit keeps hostile text linear.
const MOST_READINGS = 8;

export function createDetector({
  recognizers = RECOGNIZERS,
  keeps = () => true,
}: DetectorOptions = {}): Detector {
  return {
    detect(text) {
      let spans: Span[] = [];
      let labelled = text;
      for (let reading = 0; reading < MOST_READINGS; reading++) {
        const found = detectOnce(labelled, recognizers, keeps);
        if (found.length === 0) break;
        spans = mergeInto(spans, found);
        labelled = replaceSpans(text, spans, label);
      }
      return spans;
    },
  };
}

function detectOnce(
  text: string,
  recognizers: readonly Recognizer[],
  keeps: (span: Span) => boolean,
): Span[] {
  const clean = normalize(text);
  const reading = read(clean.text);
  const found = recognizers.flatMap((recognizer) => recognizer.find(reading)).filter(keeps);
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

/** The text with every span replaced by what `replacement` gives for it. Spans are in order and do not overlap. */
export function replaceSpans(
  text: string,
  spans: readonly Span[],
  replacement: (span: Span) => string,
): string {
  const pieces: string[] = [];
  let from = 0;
  for (const span of spans) {
    pieces.push(text.slice(from, span.start), replacement(span));
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
