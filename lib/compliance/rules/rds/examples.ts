import type { Examples } from '../example';

export const rdsExamples: Examples = {};
