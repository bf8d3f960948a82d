/**
 * What Bedrock takes in one guardrail. Source: Bedrock API reference, GuardrailTopicConfig, GuardrailTopicPolicyConfig,
 * GuardrailRegexConfig, GuardrailContextualGroundingFilterConfig; AWS General Reference, quotas of Bedrock.
 */
export const GUARDRAIL_LIMITS = {
  patterns: 10,
  patternLength: 500,
  patternNameLength: 100,
  patternDescriptionLength: 1000,
  topics: 30,
  topicNameLength: 100,
  /** In either tier, as the API has it. */
  topicDefinitionLength: 200,
  topicExamples: 5,
  topicExampleLength: 100,
  /** A threshold of 1 would block everything. */
  highestThreshold: 0.99,
} as const;

/** How well content and topics are judged; `STANDARD` needs cross-Region inference. */
export type GuardrailTier = 'CLASSIC' | 'STANDARD';
