import type { Examples } from '../example';

export const qbusinessExamples: Examples = {};
