import type { Examples } from '../example';

export const macieExamples: Examples = {};
