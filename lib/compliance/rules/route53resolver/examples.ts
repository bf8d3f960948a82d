import type { Examples } from '../example';

export const route53resolverExamples: Examples = {};
