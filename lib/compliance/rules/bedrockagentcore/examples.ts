import type { Examples } from '../example';

export const bedrockagentcoreExamples: Examples = {};
