import type { Examples } from '../example';

export const bedrockExamples: Examples = {};
