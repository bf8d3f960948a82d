import type { Examples } from '../example';

export const sqsExamples: Examples = {};
