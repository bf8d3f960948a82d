import type { Examples } from '../example';

export const workspacesExamples: Examples = {};
