import { finding, unknown, type Rule } from '../../rule';
import { surelyHas } from '../cloudformation/members';
import { hidesEntity } from './hidden-entity';

/**
 * Bedrock's PII types that are Safe Harbor identifiers, 45 CFR 164.514(b)(2)(i).
 * Source: Bedrock API reference, GuardrailPiiEntityConfig.
 */
const REQUIRED = [
  'NAME', 'ADDRESS', 'PHONE', 'EMAIL', 'US_SOCIAL_SECURITY_NUMBER', 'US_BANK_ACCOUNT_NUMBER', 'CREDIT_DEBIT_CARD_NUMBER',
  'DRIVER_ID', 'US_PASSPORT_NUMBER', 'LICENSE_PLATE', 'VEHICLE_IDENTIFICATION_NUMBER', 'IP_ADDRESS', 'URL',
] as const; // prettier-ignore

export const guardrailPii: Rule = {
  id: 'bedrock-guardrail-pii',
  title: 'guardrails block or mask the identifiers they know',
  severity: 'error',
  controls: [
    '164.502(b)', '164.514(b)(2)', '164.514(b)(2)(i)(A)', '164.514(b)(2)(i)(B)', '164.514(b)(2)(i)(D)', '164.514(b)(2)(i)(F)',
    '164.514(b)(2)(i)(G)', '164.514(b)(2)(i)(J)', '164.514(b)(2)(i)(K)', '164.514(b)(2)(i)(L)', '164.514(b)(2)(i)(N)',
    '164.514(b)(2)(i)(O)',
  ], // prettier-ignore
  profiles: ['hipaa', 'ai'],
  why: 'What the redactor misses reaches the model, and what the model knows reaches the reader, unless the guardrail stops it.',
  fix: 'add each missing type to SensitiveInformationPolicyConfig.PiiEntitiesConfig with Action BLOCK or ANONYMIZE',
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  check(guardrail) {
    const list = guardrail.property('SensitiveInformationPolicyConfig.PiiEntitiesConfig');
    return REQUIRED.flatMap((type) => {
      const hidden = surelyHas(list, (entity) => hidesEntity(entity, type));
      if (hidden === true) return [];
      return [(hidden === false ? finding : unknown)(list.path, `${type} is not surely blocked or masked`)];
    });
  },
};
