import type { Examples } from '../example';

export const transcribeExamples: Examples = {};
