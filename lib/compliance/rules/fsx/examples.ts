import type { Examples } from '../example';

export const fsxExamples: Examples = {};
