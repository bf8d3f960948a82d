import type { Examples } from '../example';

export const s3Examples: Examples = {};
