import type { Examples } from '../example';

export const networkfirewallExamples: Examples = {};
