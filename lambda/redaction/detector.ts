import { Dispatcher } from './dispatcher';
import { normalize, type NormalizedText } from './normalize';
import { label } from './operators/label';
import { resolveOverlaps } from './overlap';
import { read, type Reading } from './reading';
import type { Recognizer } from './recognizer';
import { RECOGNIZERS } from './recognizers';
import type { Span } from './span';
import { wholeText, windowsAround, type Window } from './window';

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
  const dispatcher = new Dispatcher(recognizers);
  const findIn = (text: string, windowsOf: (reading: Reading) => readonly Window[]): Span[] => {
    const clean = normalize(text);
    const reading = read(clean.text);
    const spans = dispatcher.find(reading, windowsOf(reading)).filter(keeps);
    return resolveOverlaps(clean.text === text ? spans : spans.map((span) => inOriginal(span, text, clean)));
  };
  return {
    detect(text) {
      let spans = findIn(text, wholeText);
      let found = spans;
      for (let reading = 1; reading < MOST_READINGS && found.length > 0; reading++) {
        // anchors that see no label saw the same before
        found = findIn(replaceSpans(text, spans, label), windowsAround);
        spans = mergeInto(spans, found);
      }
      return spans;
    },
  };
}

function inOriginal(span: Span, original: string, clean: NormalizedText): Span {
  return {
    ...span,
    start: wholeSign(original, clean.originalStart(span.start), -1),
    end: wholeSign(original, clean.originalEnd(span.end), 1),
  };
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
  if (found.length === 0) return [...before];
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
