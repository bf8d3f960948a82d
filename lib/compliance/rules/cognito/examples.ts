import type { Examples } from '../example';

export const cognitoExamples: Examples = {};
