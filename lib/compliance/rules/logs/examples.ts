import type { Examples } from '../example';

export const logsExamples: Examples = {};
