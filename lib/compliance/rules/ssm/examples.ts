import type { Examples } from '../example';

export const ssmExamples: Examples = {};
