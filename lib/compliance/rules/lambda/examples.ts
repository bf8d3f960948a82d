import type { Examples } from '../example';

export const lambdaExamples: Examples = {};
