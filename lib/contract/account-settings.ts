/** What constructs write into custom resources, and handlers and rules read. */
export const DATA_RETENTION_MODE = {
  resourceType: 'Custom::BedrockDataRetentionMode',
  /** The one mode under which Bedrock keeps no prompt and no answer. */
  mode: 'none',
} as const;

export const INVOCATION_LOGGING = {
  resourceType: 'Custom::BedrockInvocationLogging',
  /**
   * What keys of delivered objects begin with; the name of the stack follows. It says whose configuration it is, as a
   * configuration has neither tags nor an ARN.
   */
  keyPrefix: 'hipaa-ai/',
} as const;

export const ENFORCED_GUARDRAIL = {
  /** Looks before CloudFormation's own resource enforces anything; writes nothing itself. */
  resourceType: 'Custom::BedrockEnforcedGuardrailPreflight',
  /** Nothing of a prompt is left out of what the guardrail reads, whatever a caller tags. */
  guarding: 'COMPREHENSIVE',
  /** In a list of models: all that there are. */
  allModels: 'ALL',
} as const;

/** Field of a log line that counts how often a setting was found other than it should be; 0 when all is in place. */
export const DRIFTED = 'drifted';
