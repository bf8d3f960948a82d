import type { Examples } from '../example';

export const snsExamples: Examples = {};
