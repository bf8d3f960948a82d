import type { Examples } from '../example';

export const cloudtrailExamples: Examples = {};
