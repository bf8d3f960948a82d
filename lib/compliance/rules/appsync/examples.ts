import type { Examples } from '../example';

export const appsyncExamples: Examples = {};
