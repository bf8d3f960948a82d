import type { Examples } from '../example';

export const apigatewayv2Examples: Examples = {};
