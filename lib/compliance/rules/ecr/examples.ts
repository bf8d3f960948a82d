import type { Examples } from '../example';

export const ecrExamples: Examples = {};
