import type { Examples } from '../example';

export const memorydbExamples: Examples = {};
