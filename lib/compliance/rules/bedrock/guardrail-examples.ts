import type { Examples } from '../example';

const PII = [
  'NAME', 'ADDRESS', 'PHONE', 'EMAIL', 'US_SOCIAL_SECURITY_NUMBER', 'US_BANK_ACCOUNT_NUMBER', 'CREDIT_DEBIT_CARD_NUMBER',
  'DRIVER_ID', 'US_PASSPORT_NUMBER', 'LICENSE_PLATE', 'VEHICLE_IDENTIFICATION_NUMBER', 'IP_ADDRESS', 'URL',
]; // prettier-ignore

export const GUARDRAIL_EXAMPLES: Examples = {
  'bedrock-enforced-guardrail': {
    bad: `
Enforced:
  Type: AWS::Bedrock::EnforcedGuardrailConfiguration
  Properties:
    GuardrailIdentifier: abcdefgh1234
    GuardrailVersion: '3'
    SelectiveContentGuarding:
      Messages: SELECTIVE
      System: COMPREHENSIVE
`,
    good: `
Enforced:
  Type: AWS::Bedrock::EnforcedGuardrailConfiguration
  Properties:
    GuardrailIdentifier: abcdefgh1234
    GuardrailVersion: '3'
    SelectiveContentGuarding:
      Messages: COMPREHENSIVE
      System: COMPREHENSIVE
`,
  },
  'bedrock-guardrail-content': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    ContentPolicyConfig:
      FiltersConfig:
        - { Type: HATE, InputStrength: HIGH, OutputStrength: NONE }
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    ContentPolicyConfig:
      FiltersConfig:
        - { Type: HATE, InputStrength: HIGH, OutputStrength: HIGH }
        - { Type: INSULTS, InputStrength: HIGH, OutputStrength: HIGH }
        - { Type: MISCONDUCT, InputStrength: MEDIUM, OutputStrength: MEDIUM }
        - { Type: SEXUAL, InputStrength: LOW, OutputStrength: MEDIUM }
        - { Type: VIOLENCE, InputStrength: LOW, OutputStrength: MEDIUM }
`,
  },
  'bedrock-guardrail-encrypted': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    Name: phi
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    Name: phi
    KmsKeyArn: !GetAtt Key.Arn
Key:
  Type: AWS::KMS::Key
`,
  },
  'bedrock-guardrail-grounding': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    ContextualGroundingPolicyConfig:
      FiltersConfig:
        - { Type: GROUNDING, Threshold: 0.2 }
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    ContextualGroundingPolicyConfig:
      FiltersConfig:
        - { Type: GROUNDING, Threshold: 0.8 }
        - { Type: RELEVANCE, Threshold: 0.8 }
`,
  },
  'bedrock-guardrail-own-identifiers': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    Name: phi
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    SensitiveInformationPolicyConfig:
      RegexesConfig:
        - { Name: mrn, Pattern: 'MRN[ :#]*[0-9]{6,10}', Action: ANONYMIZE }
`,
  },
  'bedrock-guardrail-pii': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    SensitiveInformationPolicyConfig:
      PiiEntitiesConfig:
        - { Type: NAME, Action: NONE }
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    SensitiveInformationPolicyConfig:
      PiiEntitiesConfig:
${PII.map((type) => `        - { Type: ${type}, Action: ANONYMIZE }`).join('\n')}
`,
  },
  'bedrock-guardrail-prompt-attack': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    ContentPolicyConfig:
      FiltersConfig:
        - { Type: PROMPT_ATTACK, InputStrength: LOW, OutputStrength: NONE }
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    ContentPolicyConfig:
      FiltersConfig:
        - { Type: PROMPT_ATTACK, InputStrength: HIGH, OutputStrength: NONE }
`,
  },
  'bedrock-guardrail-versioned': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
Version:
  Type: AWS::Bedrock::GuardrailVersion
  Properties:
    GuardrailIdentifier: !GetAtt Guardrail.GuardrailId
`,
  },
  'bedrock-guardrail-complete': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    Name: phi
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    AutomatedReasoningPolicyConfig:
      Policies: [!Ref Reasoning]
    TopicPolicyConfig:
      TopicsConfig:
        - { Name: dosing, Definition: advice on doses, Type: DENY }
    WordPolicyConfig:
      ManagedWordListsConfig:
        - Type: PROFANITY
Reasoning:
  Type: AWS::Bedrock::AutomatedReasoningPolicy
`,
  },
  'bedrock-guardrail-filters-act': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    TopicPolicyConfig:
      TopicsConfig:
        - { Name: dosing, Definition: advice on doses, Type: DENY, InputAction: NONE }
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    TopicPolicyConfig:
      TopicsConfig:
        - { Name: dosing, Definition: advice on doses, Type: DENY }
`,
  },
  'bedrock-guardrail-enforced': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
Enforced:
  Type: AWS::Bedrock::EnforcedGuardrailConfiguration
  Properties:
    GuardrailIdentifier: !GetAtt Guardrail.GuardrailArn
    GuardrailVersion: '1'
`,
  },
  'bedrock-guardrail-identifiers-act': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    SensitiveInformationPolicyConfig:
      PiiEntitiesConfig:
        - { Type: EMAIL, Action: NONE }
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    SensitiveInformationPolicyConfig:
      PiiEntitiesConfig:
        - { Type: EMAIL, Action: BLOCK }
`,
  },
  'bedrock-enforced-guardrail-kept': {
    bad: `
Enforced:
  Type: AWS::Bedrock::EnforcedGuardrailConfiguration
  DeletionPolicy: Delete
  UpdateReplacePolicy: Delete
`,
    good: `
Enforced:
  Type: AWS::Bedrock::EnforcedGuardrailConfiguration
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'bedrock-guardrail-credentials': {
    bad: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    SensitiveInformationPolicyConfig:
      PiiEntitiesConfig:
        - { Type: PASSWORD, Action: BLOCK }
`,
    good: `
Guardrail:
  Type: AWS::Bedrock::Guardrail
  Properties:
    SensitiveInformationPolicyConfig:
      PiiEntitiesConfig:
        - { Type: PASSWORD, Action: BLOCK }
        - { Type: AWS_ACCESS_KEY, Action: BLOCK }
        - { Type: AWS_SECRET_KEY, Action: BLOCK }
        - { Type: PIN, Action: BLOCK }
`,
  },
};
