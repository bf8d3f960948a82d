import type { Examples } from '../example';

export const inspectorExamples: Examples = {};
