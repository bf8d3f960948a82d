import type { Examples } from '../example';

export const stepfunctionsExamples: Examples = {};
