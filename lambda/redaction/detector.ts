import { Dispatcher } from './dispatcher';
import { partsOf, type DocumentPart } from './document-part';
import { rememberNames, type KnownNames } from './names/name-memory';
import { normalize, type NormalizedText } from './normalize';
import { resolveOverlaps } from './overlap';
import { behindWalls, read } from './reading';
import { Findings, type Recognizer } from './recognizer';
import { RECOGNIZERS, STRICT_RECOGNIZERS } from './recognizers';
import type { Span } from './span';
import { firstFrom, windowsAround, type Window } from './window';

/** Finds identifiers. The same text gives the same spans, as long as the year does not change: birth years show ages. */
export interface Detector {
  /** Where the identifiers are, in the order of the text and without overlap; offsets are UTF-16 units. */
  readonly detect: (text: string) => readonly Span[];
}

export type Sensitivity = 'balanced' | 'strict';

export interface DetectorOptions {
  /** @default all recognizers of this library, as eager as `sensitivity` says */
  readonly recognizers?: readonly Recognizer[];
  /**
   * How little it takes to call a word a name.
   * @default 'balanced'
   */
  readonly sensitivity?: Sensitivity;
  /**
   * Whether a span found is an identifier to remove; what it refuses stays in the text.
   * @default every span
   */
  readonly keeps?: (span: Span) => boolean;
}

// What is redacted can have hidden an identifier beside it, so the text is read again around it until nothing more is found.
// Two readings are the rule; the limit keeps hostile text linear.
const MOST_READINGS = 8;

export function createDetector({
  sensitivity = 'balanced',
  recognizers = sensitivity === 'strict' ? STRICT_RECOGNIZERS : RECOGNIZERS,
  keeps = () => true,
}: DetectorOptions = {}): Detector {
  const dispatcher = new Dispatcher(recognizers);
  const detectIn = ({ text, offset, window }: DocumentPart, names: KnownNames): Span[] => {
    let reading = read(text, names);
    const findIn = (windows: readonly Window[]): Span[] =>
      resolveOverlaps(withoutSpared(dispatcher.find(reading, windows), keeps));
    let found = findIn([window]);
    let spans = found;
    for (let readings = 1; readings < MOST_READINGS && found.length > 0; readings++) {
      reading = behindWalls(reading, found);
      // anchors that see no wall saw the same before
      found = findIn(windowsAround(found));
      if (found.length > 0) spans = resolveOverlaps([...spans, ...found]);
    }
    return offset === 0 ? spans : moved(spans, offset);
  };
  const rememberIn = ({ text, offset }: DocumentPart, names: KnownNames): Span[] => {
    const spans: Span[] = [];
    rememberNames(read(text, names), new Findings({ name: 'name-memory', category: 'NAME' }, spans));
    return moved(spans.filter(keeps), offset);
  };
  return {
    detect(text) {
      const clean = normalize(text);
      const names: KnownNames = new Map();
      const parts = partsOf(clean.text);
      let spans = parts.flatMap((part) => detectIn(part, names));
      // a name found late in a long text stands in its earlier parts too
      if (parts.length > 1)
        spans = resolveOverlaps([...spans, ...parts.flatMap((part) => rememberIn(part, names))]);
      return clean.text === text
        ? spans
        : resolveOverlaps(spans.map((span) => inOriginal(span, text, clean)));
    },
  };
}

function moved(spans: readonly Span[], offset: number): Span[] {
  return spans.map((span) => ({ ...span, start: span.start + offset, end: span.end + offset }));
}

/** What goes. A span inside one that stays goes only if it is surer: "Dayton" in "Dayton, OH" is no name. */
function withoutSpared(found: readonly Span[], keeps: (span: Span) => boolean): Span[] {
  const going: Span[] = [];
  const staying: Span[] = [];
  for (const span of found) (keeps(span) ? going : staying).push(span);
  if (staying.length === 0) return going;
  staying.sort((a, b) => a.start - b.start);
  return going.filter((span) => !isInSurer(staying, span));
}

// Spans are short and few of them overlap; looking no further back keeps hostile text linear
const MOST_OVERLAPS = 8;

function isInSurer(staying: readonly Span[], { start, end, score }: Span): boolean {
  const last = firstFrom(staying, start + 1) - 1;
  for (let at = last; at >= 0 && last - at < MOST_OVERLAPS; at--) {
    const stays = staying[at];
    if (stays !== undefined && stays.end >= end && stays.score > score) return true;
  }
  return false;
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
