import type { Examples } from '../example';

export const opensearchserviceExamples: Examples = {};
