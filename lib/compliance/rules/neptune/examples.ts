import type { Examples } from '../example';

export const neptuneExamples: Examples = {};
