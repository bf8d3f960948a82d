import type { Rule } from '../../rule';

/** In the order of their ids. */
export const emrRules: readonly Rule[] = [];
