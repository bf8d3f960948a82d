import type { Examples } from '../example';

export const eksExamples: Examples = {};
