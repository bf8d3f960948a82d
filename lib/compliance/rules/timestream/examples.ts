import type { Examples } from '../example';

export const timestreamExamples: Examples = {};
