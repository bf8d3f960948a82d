import type { Examples } from '../example';

export const comprehendExamples: Examples = {};
