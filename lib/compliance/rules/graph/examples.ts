import type { Examples } from '../example';

export const graphExamples: Examples = {};
