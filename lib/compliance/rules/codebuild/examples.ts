import type { Examples } from '../example';

export const codebuildExamples: Examples = {};
