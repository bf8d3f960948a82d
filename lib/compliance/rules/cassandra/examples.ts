import type { Examples } from '../example';

export const cassandraExamples: Examples = {};
