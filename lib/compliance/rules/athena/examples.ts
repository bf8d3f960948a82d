import type { Examples } from '../example';

export const athenaExamples: Examples = {};
