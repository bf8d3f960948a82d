import type { Examples } from '../example';

export const secretsmanagerExamples: Examples = {};
