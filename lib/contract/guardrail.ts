/**
 * Models that only turn text into numbers or put it in order, by their id at the end of it or of an ARN: Bedrock applies no guardrail to
 * them, and refuses a call with one. Source: Bedrock user guide, "Apply cross-account safeguards", frequently asked questions.
 */
export const TAKES_NO_GUARDRAIL =
  /(?:^|foundation-model\/|inference-profile\/)[^*?/]*[.-](?:embed(?:ding)?s?|rerank)(?:[.:*-][^/]*)?$/u;

/** The condition key that has the guardrail of a call, with its version behind a colon. */
export const GUARDRAIL_KEY = 'bedrock:GuardrailIdentifier';
