import { replaceSpans, type Detector } from './detector';
import { label } from './operators/label';
import { resolveOverlaps } from './overlap';
import type { Span } from './span';

/** What is to be replaced so that nothing is found in the rest. */
export interface Settled {
  readonly spans: readonly Span[];
  /** Spans that must leave a label although they were to be cut: without a wall there the search would not end. */
  readonly walled: ReadonlySet<Span>;
}

// What a cut brings together is rarely an identifier, and hardly ever twice; the limit keeps hostile text linear
const MOST_READINGS = 8;

/**
 * Finds identifiers in a text some of which will be cut out. Cutting brings together what stood apart, so the rest is read
 * again until nothing is found.
 *
 * @param isCut whether a span is cut out; any other leaves a wall
 * @param rereads read again even if nothing is cut: for a detector that does not itself read the rest again
 */
export function settle(
  text: string,
  detect: Detector['detect'],
  isCut: (span: Span) => boolean,
  rereads = false,
): Settled {
  const opens = (span: Span): boolean => rereads || isCut(span);
  let spans = detect(text);
  for (let reading = 1; spans.some(opens); reading++) {
    const filler = (span: Span): string => (isCut(span) ? '' : label(span));
    const found = inOriginal(detect(replaceSpans(text, spans, filler)), spans, filler);
    if (found.length === 0) break;
    spans = resolveOverlaps([...spans, ...found]);
    if (reading === MOST_READINGS) return { spans, walled: thoseThatHold(found, spans) };
  }
  return { spans, walled: new Set() };
}

/** Spans found in what replacing left, in units of the original. Both lists are in order. */
function inOriginal(
  found: readonly Span[],
  replaced: readonly Span[],
  filler: (span: Span) => string,
): readonly Span[] {
  let next = 0;
  let shift = 0;
  const pass = (isBefore: (gap: number) => boolean): void => {
    for (let span = replaced[next]; span; span = replaced[++next]) {
      const width = filler(span).length;
      if (!isBefore(span.start - shift + width)) return;
      shift += span.end - span.start - width;
    }
  };
  return found.map((span) => {
    pass((gap) => gap <= span.start);
    const start = span.start + shift;
    pass((gap) => gap < span.end);
    return { ...span, start, end: span.end + shift };
  });
}

function thoseThatHold(inner: readonly Span[], spans: readonly Span[]): ReadonlySet<Span> {
  const holders = new Set<Span>();
  let next = 0;
  for (const span of spans) {
    for (let each = inner[next]; each && each.start < span.end; each = inner[++next]) holders.add(span);
  }
  return holders;
}
