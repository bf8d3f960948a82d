import type { Examples } from '../example';

export const emrserverlessExamples: Examples = {};
