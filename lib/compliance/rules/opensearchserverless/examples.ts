import type { Examples } from '../example';

export const opensearchserverlessExamples: Examples = {};
