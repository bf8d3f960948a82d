import type { Examples } from '../example';

export const sagemakerExamples: Examples = {};
