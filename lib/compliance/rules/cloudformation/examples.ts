import type { Examples } from '../example';

export const cloudformationExamples: Examples = {};
