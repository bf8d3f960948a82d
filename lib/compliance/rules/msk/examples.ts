import type { Examples } from '../example';

export const mskExamples: Examples = {};
