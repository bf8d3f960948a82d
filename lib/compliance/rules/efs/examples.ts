import type { Examples } from '../example';

export const efsExamples: Examples = {};
