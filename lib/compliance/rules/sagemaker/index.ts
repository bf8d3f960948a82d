import type { Rule } from '../../rule';

/** In the order of their ids. */
export const sagemakerRules: readonly Rule[] = [];
