import type { Examples } from '../example';

export const apigatewayExamples: Examples = {};
