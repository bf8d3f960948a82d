import type { Examples } from '../example';

export const dmsExamples: Examples = {};
