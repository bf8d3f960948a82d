import type { Examples } from '../example';

export const lexExamples: Examples = {};
