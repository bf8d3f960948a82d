import type { Examples } from '../example';

export const rolesanywhereExamples: Examples = {};
