import type { Examples } from '../example';

export const kinesisExamples: Examples = {};
