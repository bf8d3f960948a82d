import type { Examples } from '../example';

export const phiExamples: Examples = {};
