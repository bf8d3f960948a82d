import type { Examples } from '../example';

export const secretsExamples: Examples = {};
