import type { Category, Counts } from './category';

/** One identifier in a text: where, what and who says so. Never the value itself. Offsets are UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly category: Category;
  readonly detector: string;
  /** 0 to 1: how sure the detector is. Orders categories where spans overlap; never drops a span. */
  readonly score: number;
}

export function countByCategory(spans: readonly Span[]): Counts {
  const counts: Counts = {};
  for (const { category } of spans) counts[category] = (counts[category] ?? 0) + 1;
  return counts;
}
