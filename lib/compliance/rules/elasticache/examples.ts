import type { Examples } from '../example';

export const elasticacheExamples: Examples = {};
