import type { aws_bedrock as bedrock } from 'aws-cdk-lib';

/**
 * Bedrock's own PII types that stand for a Safe Harbor identifier (45 CFR 164.514(b)(2)(i)) or for a credential.
 * Source: Bedrock API reference, GuardrailPiiEntityConfig.
 */
const PII_TYPES = [
  'NAME',
  'ADDRESS',
  'PHONE',
  'EMAIL',
  'US_SOCIAL_SECURITY_NUMBER',
  'US_BANK_ACCOUNT_NUMBER',
  'US_BANK_ROUTING_NUMBER',
  'CREDIT_DEBIT_CARD_NUMBER',
  'DRIVER_ID',
  'LICENSE_PLATE',
  'VEHICLE_IDENTIFICATION_NUMBER',
  'US_PASSPORT_NUMBER',
  'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
  'IP_ADDRESS',
  'MAC_ADDRESS',
  'URL',
  'USERNAME',
  'PASSWORD',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_KEY',
] as const;

/** Which engine Bedrock uses, and so whether it knows `(?i)`, is documented nowhere: case is spelled out. */
function anyCase(words: string): string {
  return words.replaceAll(/[a-z]/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

const NUMBER = String.raw`(?:${anyCase('number')}|${anyCase('no')}\.?)`;
const PLAN_HOLDER = ['member', 'policy', 'beneficiary', 'subscriber', 'medicare', 'medicaid'];
const SEPARATOR = String.raw`\s*[:#]?\s*`;

/** Identifiers Bedrock has no type for. A guardrail regular expression takes 500 characters and no look-around. */
const PATTERNS = [
  {
    name: 'medical-record-number',
    description: 'Medical record number after its label',
    pattern: String.raw`\b(?:${anyCase('mrn')}|(?:${anyCase('medical record')}|${anyCase('chart')}) ${NUMBER})${SEPARATOR}[A-Za-z0-9-]{5,15}\b`,
  },
  {
    name: 'health-plan-number',
    description: 'Health plan beneficiary number after its label',
    pattern: String.raw`\b(?:${PLAN_HOLDER.map(anyCase).join('|')})\s*(?:${anyCase('id')}|${NUMBER})${SEPARATOR}[A-Za-z0-9-]{6,15}\b`,
  },
  {
    name: 'date-of-birth',
    description: 'Date of birth after its label',
    pattern: String.raw`\b(?:${anyCase('dob')}|${anyCase('date of birth')}|${anyCase('born')}(?: ${anyCase('on')})?)${SEPARATOR}\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b`,
  },
] as const;

/** Sensitive information is masked on the way in and on the way out. */
export function sensitiveInformation(): bedrock.CfnGuardrail.SensitiveInformationPolicyConfigProperty {
  const masked = {
    action: 'ANONYMIZE',
    inputAction: 'ANONYMIZE',
    inputEnabled: true,
    outputAction: 'ANONYMIZE',
    outputEnabled: true,
  };
  return {
    piiEntitiesConfig: PII_TYPES.map((type) => ({ type, ...masked })),
    regexesConfig: PATTERNS.map((pattern) => ({ ...pattern, ...masked })),
  };
}

/** Prompt attacks are looked for in prompts only: Bedrock refuses an output strength for them. */
export function content(): bedrock.CfnGuardrail.ContentPolicyConfigProperty {
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
  };
}
