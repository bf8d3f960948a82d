import type { Examples } from '../example';

export const kinesisfirehoseExamples: Examples = {};
