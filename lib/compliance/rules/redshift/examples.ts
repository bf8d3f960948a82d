import type { Examples } from '../example';

export const redshiftExamples: Examples = {};
