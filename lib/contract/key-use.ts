/**
 * The record of one use of a key: a line of JSON that the run-time library writes for each message it seals or opens, in
 * CloudWatch's embedded metric format. Data keys are cached, so CloudTrail sees one call for many messages; this is what
 * sees each. It holds ids and counts, never a value.
 * Source: CloudWatch user guide, "Specification: Embedded metric format".
 */
export const KEY_USE_NAMESPACE = 'HipaaAi/Envelope';

/** Counts in a record; each is a metric without dimensions. */
export const KEY_USE_METRICS = {
  seals: 'Seals',
  opens: 'Opens',
  /** Messages that were refused, whatever the reason. */
  refusals: 'Refusals',
  keyCalls: 'KeyCalls',
  /** Calls that KMS refused for being too many. */
  keyThrottles: 'KeyThrottles',
  keyRetries: 'KeyRetries',
} as const;

/** Field of a record that says how the use ended. */
export const KEY_USE_OUTCOME = 'outcome';

/** Outcomes that no honest caller causes: somebody changed a message, or asked for one that is not his. */
export const TAMPERING_OUTCOMES = ['AUTH_FAILED', 'COMMITMENT_MISMATCH', 'CONTEXT_MISMATCH'] as const;
