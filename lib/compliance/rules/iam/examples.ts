import type { Examples } from '../example';

export const iamExamples: Examples = {};
