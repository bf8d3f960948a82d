import type { Examples } from '../example';

export const elasticloadbalancingExamples: Examples = {};
