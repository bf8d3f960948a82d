import type { Examples } from '../example';

export const wafv2Examples: Examples = {};
