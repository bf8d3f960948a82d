import type { aws_bedrock as bedrock } from 'aws-cdk-lib';
import type { GuardrailTier } from './guardrail-limits';
import { IDENTIFIER_PATTERNS, type IdentifierPattern } from './guardrail-patterns';
import type { DeniedTopic } from './guardrail-topics';

/** Scores from 0 to 0.99 below which an answer is stopped. */
export interface GroundingThresholds {
  /** How far the sources given with a question bear out the answer. */
  readonly grounding: number;
  /** How far the answer is one to the question. */
  readonly relevance: number;
}

/**
 * Every PII type that Bedrock has, whether it stands for a Safe Harbor identifier (45 CFR 164.514(b)(2)(i)), for one of
 * another country, or for a credential. Source: Bedrock API reference, GuardrailPiiEntityConfig; a test compares it with the SDK.
 */
const PII_TYPES = [
  'NAME', 'ADDRESS', 'AGE', 'PHONE', 'EMAIL', 'URL', 'IP_ADDRESS', 'MAC_ADDRESS',
  'US_SOCIAL_SECURITY_NUMBER', 'US_PASSPORT_NUMBER', 'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
  'US_BANK_ACCOUNT_NUMBER', 'US_BANK_ROUTING_NUMBER', 'INTERNATIONAL_BANK_ACCOUNT_NUMBER', 'SWIFT_CODE',
  'CREDIT_DEBIT_CARD_NUMBER', 'CREDIT_DEBIT_CARD_CVV', 'CREDIT_DEBIT_CARD_EXPIRY', 'PIN',
  'DRIVER_ID', 'LICENSE_PLATE', 'VEHICLE_IDENTIFICATION_NUMBER',
  'CA_HEALTH_NUMBER', 'CA_SOCIAL_INSURANCE_NUMBER',
  'UK_NATIONAL_HEALTH_SERVICE_NUMBER', 'UK_NATIONAL_INSURANCE_NUMBER', 'UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER',
  'USERNAME', 'PASSWORD', 'AWS_ACCESS_KEY', 'AWS_SECRET_KEY',
] as const; // prettier-ignore

/**
 * Sensitive information is masked on the way in and on the way out.
 * @param own patterns of the organization, beside those of this library
 */
export function sensitiveInformation(
  own: readonly IdentifierPattern[] = [],
): bedrock.CfnGuardrail.SensitiveInformationPolicyConfigProperty {
  const masked = {
    action: 'ANONYMIZE',
    inputAction: 'ANONYMIZE',
    inputEnabled: true,
    outputAction: 'ANONYMIZE',
    outputEnabled: true,
  };
  return {
    piiEntitiesConfig: PII_TYPES.map((type) => ({ type, ...masked })),
    regexesConfig: [...IDENTIFIER_PATTERNS, ...own].map(({ name, description, pattern }) => ({
      name,
      description,
      pattern,
      ...masked,
    })),
  };
}

/** Prompt attacks are looked for in prompts only: Bedrock refuses an output strength for them. */
export function content(tier: GuardrailTier = 'CLASSIC'): bedrock.CfnGuardrail.ContentPolicyConfigProperty {
  const both = (type: string) => ({ type, inputStrength: 'HIGH', outputStrength: 'HIGH' });
  return {
    filtersConfig: [
      { type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE' },
      both('HATE'),
      both('INSULTS'),
      both('SEXUAL'),
      both('VIOLENCE'),
      both('MISCONDUCT'),
    ],
    // Classic is what a guardrail without a tier has
    ...(tier === 'STANDARD' ? { contentFiltersTierConfig: { tierName: tier } } : {}),
  };
}

/** Topics are blocked both ways. */
export function topics(
  denied: readonly DeniedTopic[],
  tier: GuardrailTier = 'CLASSIC',
): bedrock.CfnGuardrail.TopicPolicyConfigProperty {
  return {
    topicsConfig: denied.map(({ name, definition, examples = [] }) => ({
      name,
      definition,
      type: 'DENY',
      inputAction: 'BLOCK',
      inputEnabled: true,
      outputAction: 'BLOCK',
      outputEnabled: true,
      ...(examples.length > 0 ? { examples: [...examples] } : {}),
    })),
    ...(tier === 'STANDARD' ? { topicsTierConfig: { tierName: tier } } : {}),
  };
}

/** Answers are held against the sources that came with the question; a call without any is not judged. */
export function contextualGrounding({
  grounding,
  relevance,
}: GroundingThresholds): bedrock.CfnGuardrail.ContextualGroundingPolicyConfigProperty {
  const blocked = (type: string, threshold: number) => ({ type, threshold, action: 'BLOCK', enabled: true });
  return { filtersConfig: [blocked('GROUNDING', grounding), blocked('RELEVANCE', relevance)] };
}
