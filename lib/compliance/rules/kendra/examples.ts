import type { Examples } from '../example';

export const kendraExamples: Examples = {};
