import type { Examples } from '../example';

export const elasticbeanstalkExamples: Examples = {};
