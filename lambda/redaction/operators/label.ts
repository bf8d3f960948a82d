import type { Span } from '../span';

/**
 * `[NAME]`: the category and nothing else, so nothing can be worked back from it. Serves Safe Harbor, 45 CFR
 * 164.514(b)(2), and a limited data set, 164.514(e), as far as all identifiers were found.
 *
 * Idempotent on any text: a label is a wall to every detector.
 */
export const label = ({ category }: Pick<Span, 'category'>): string => `[${category}]`;
