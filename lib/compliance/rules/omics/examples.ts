import type { Examples } from '../example';

export const omicsExamples: Examples = {};
