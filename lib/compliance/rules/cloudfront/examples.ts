import type { Examples } from '../example';

export const cloudfrontExamples: Examples = {};
