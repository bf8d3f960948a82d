import type { Examples } from '../example';

export const amazonmqExamples: Examples = {};
