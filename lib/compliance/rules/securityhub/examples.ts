import type { Examples } from '../example';

export const securityhubExamples: Examples = {};
