import type { Examples } from '../example';

export const medicalimagingExamples: Examples = {};
