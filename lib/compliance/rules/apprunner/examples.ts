import type { Examples } from '../example';

export const apprunnerExamples: Examples = {};
