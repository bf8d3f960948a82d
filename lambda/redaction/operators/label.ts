import type { Span } from '../span';

/** What stands in the text where an identifier stood. */
export type Operator = (span: Pick<Span, 'category'>) => string;

/** `[NAME]`: the category and nothing else, so nothing can be worked back from it. */
export const label: Operator = ({ category }) => `[${category}]`;
