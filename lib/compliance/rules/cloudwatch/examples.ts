import type { Examples } from '../example';

export const cloudwatchExamples: Examples = {};
