import type { Examples } from '../example';

export const elasticloadbalancingv2Examples: Examples = {};
