import type { Examples } from '../example';

export const healthlakeExamples: Examples = {};
