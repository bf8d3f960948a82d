import type { Examples } from '../example';

export const batchExamples: Examples = {};
