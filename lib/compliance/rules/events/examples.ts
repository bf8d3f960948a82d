import type { Examples } from '../example';

export const eventsExamples: Examples = {};
