import type { Examples } from '../example';

export const redshiftserverlessExamples: Examples = {};
