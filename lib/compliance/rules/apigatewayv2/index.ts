import type { Rule } from '../../rule';

/** In the order of their ids. */
export const apigatewayv2Rules: readonly Rule[] = [];
