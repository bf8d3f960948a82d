import type { Examples } from '../example';

export const ecsExamples: Examples = {};
