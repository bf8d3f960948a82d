import type { Rule } from '../../rule';

/** In the order of their ids. */
export const emrserverlessRules: readonly Rule[] = [];
