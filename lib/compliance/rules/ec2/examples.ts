import type { Examples } from '../example';

export const ec2Examples: Examples = {};
