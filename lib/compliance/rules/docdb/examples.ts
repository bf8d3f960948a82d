import type { Examples } from '../example';

export const docdbExamples: Examples = {};
