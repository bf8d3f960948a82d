import type { Examples } from '../example';

export const vpclatticeExamples: Examples = {};
