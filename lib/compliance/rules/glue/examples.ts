import type { Examples } from '../example';

export const glueExamples: Examples = {};
