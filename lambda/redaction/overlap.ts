import type { Span } from './span';

/**
 * Joins overlapping spans: everything any detector found stays covered, and the surest detector names the whole.
 * Of two equally sure the longer one does, then the one that starts first.
 */
export function resolveOverlaps(spans: readonly Span[]): Span[] {
  const resolved: Span[] = [];
  let lead: Span | undefined;
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end || b.score - a.score)) {
    if (span.end <= span.start) continue;
    const last = resolved.at(-1);
    if (last === undefined || lead === undefined || span.start >= last.end) {
      resolved.push(span);
      lead = span;
      continue;
    }
    if (isSurer(span, lead)) lead = span;
    resolved[resolved.length - 1] = { ...lead, start: last.start, end: Math.max(last.end, span.end) };
  }
  return resolved;
}

function isSurer(span: Span, than: Span): boolean {
  return span.score !== than.score ? span.score > than.score : span.end - span.start > than.end - than.start;
}
