import type { Examples } from '../example';

export const guarddutyExamples: Examples = {};
