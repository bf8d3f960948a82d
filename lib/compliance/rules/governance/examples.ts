import type { Examples } from '../example';

export const governanceExamples: Examples = {};
