import type { Examples } from '../example';

export const daxExamples: Examples = {};
