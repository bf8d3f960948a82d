/** Metrics of the gateway, by CloudWatch's embedded metric format. Dimensions: use case, stage of a refusal, model. */
export const GATEWAY_NAMESPACE = 'HipaaAi/Gateway';

export const GATEWAY_METRICS = {
  requests: 'Requests',
  /** By use case and stage. */
  refusals: 'Refusals',
  /** Records that are of no request: openings, reviews, decisions, re-identifications. */
  records: 'Records',
  droppedFields: 'DroppedFields',
  fullRecords: 'FullRecords',
  /** All, and with `/CATEGORY` those of one. */
  redactions: 'Redactions',
  leaks: 'Leaks',
  outputRedactions: 'OutputRedactions',
  /** Thousandths of a bit a sign, of the most random part of an answer. */
  entropy: 'EntropyMillibits',
  outputCharacters: 'OutputCharacters',
  grounding: 'GroundingPercent',
  inputTokens: 'InputTokens',
  outputTokens: 'OutputTokens',
  firstText: 'FirstTextMilliseconds',
  firstTextCharacters: 'FirstTextCharacters',
  /** With `/STAGE`. */
  latency: 'Latency',
} as const;
