import type { Examples } from '../example';

export const backupExamples: Examples = {};
