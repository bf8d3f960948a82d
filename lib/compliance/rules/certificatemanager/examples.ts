import type { Examples } from '../example';

export const certificatemanagerExamples: Examples = {};
