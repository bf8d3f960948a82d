import type { Rule } from '../../rule';

/** In the order of their ids. */
export const s3expressRules: readonly Rule[] = [];
