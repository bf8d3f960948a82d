import type { Examples } from '../example';

export const elasticsearchExamples: Examples = {};
