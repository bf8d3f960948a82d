import type { Examples } from '../example';

export const configExamples: Examples = {};
