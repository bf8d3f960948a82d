import type { Examples } from '../example';

export const transferExamples: Examples = {};
