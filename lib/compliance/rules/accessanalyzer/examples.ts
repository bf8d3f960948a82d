import type { Examples } from '../example';

export const accessanalyzerExamples: Examples = {};
