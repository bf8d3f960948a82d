import type { Examples } from '../example';

export const autoscalingExamples: Examples = {};
