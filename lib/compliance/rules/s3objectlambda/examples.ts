import type { Examples } from '../example';

export const s3objectlambdaExamples: Examples = {};
