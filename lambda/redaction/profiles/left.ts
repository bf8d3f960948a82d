import type { Category } from '../category';
import type { Span } from '../span';

/** What stays in the text: all spans of a category, or those of the detectors named. A category not listed goes. */
export type Left = Readonly<Partial<Record<Category, 'all' | ReadonlySet<string>>>>;

export function isLeft(left: Left, { category, detector }: Span): boolean {
  const detectors = left[category];
  return detectors === 'all' || detectors?.has(detector) === true;
}
