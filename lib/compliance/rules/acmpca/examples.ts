import type { Examples } from '../example';

export const acmpcaExamples: Examples = {};
