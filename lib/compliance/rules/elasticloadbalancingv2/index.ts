import type { Rule } from '../../rule';

/** In the order of their ids. */
export const elasticloadbalancingv2Rules: readonly Rule[] = [];
