import type { Examples } from '../example';

export const dynamodbExamples: Examples = {};
