import type { Examples } from '../example';

export const emrExamples: Examples = {};
