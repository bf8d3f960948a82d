/** Names of the environment variables that constructs write and handlers read. */
export const ENVIRONMENT_VARIABLES = {
  /** ARN of the KMS key under which a handler seals text. Unset: sealing is refused. */
  dataKeyArn: 'HIPAA_AI_DATA_KEY_ARN',
  /** Most characters (UTF-16 units) of text one call may carry. */
  maxTextLength: 'HIPAA_AI_MAX_TEXT_LENGTH',
  /** The load balancer of which the redaction function takes calls, in JSON: see lambda/redaction/door.ts. Unset: of none. */
  redactionDoor: 'HIPAA_AI_REDACTION_DOOR',
} as const;

/** Alias by which a load balancer invokes a function: whatever comes through it must be proven by a certificate. */
export const LOAD_BALANCER_ALIAS = 'load-balancer';

/** The same for the hook that copies objects between buckets, and for its batch. All are set, or the handler does not start. */
export const OBJECT_REDACTION_VARIABLES = {
  /** Name of the one bucket whose objects are read. */
  sourceBucket: 'HIPAA_AI_SOURCE_BUCKET',
  /** Keys below it are read; it is kept as it is in the keys of redacted copies. May be empty. */
  sourcePrefix: 'HIPAA_AI_SOURCE_PREFIX',
  redactedBucket: 'HIPAA_AI_REDACTED_BUCKET',
  redactedKeyArn: 'HIPAA_AI_REDACTED_KEY_ARN',
  quarantineBucket: 'HIPAA_AI_QUARANTINE_BUCKET',
  quarantineKeyArn: 'HIPAA_AI_QUARANTINE_KEY_ARN',
  /** Most bytes of one object; larger ones are quarantined. */
  maxObjectBytes: 'HIPAA_AI_MAX_OBJECT_BYTES',
} as const;

/** The same for the gateway. Those without a default are set, or the handler does not start. */
export const GATEWAY_VARIABLES = {
  /** The use cases as a list in JSON, or `file:` and the path of such a list in the bundle. */
  useCases: 'HIPAA_AI_USE_CASES',
  /** What may invoke the function, by alias, in JSON: see lambda/gateway/doors/door.ts. */
  doors: 'HIPAA_AI_GATEWAY_DOORS',
  /** Id or ARN. Unset: no guardrail. */
  guardrailId: 'HIPAA_AI_GUARDRAIL_ID',
  guardrailVersion: 'HIPAA_AI_GUARDRAIL_VERSION',
  bodyBucket: 'HIPAA_AI_BODY_BUCKET',
  /** ARN of the KMS key under which bodies are sealed. */
  bodyKeyArn: 'HIPAA_AI_BODY_KEY_ARN',
  /** Table of claims and of answers that wait: partition key `id`, time to live `expiresAt`. Unset: objects in the bucket of bodies. */
  claimTable: 'HIPAA_AI_CLAIM_TABLE',
  /** Application inference profiles of the use cases, in JSON: see lib/contract/model-profiles.ts. Unset: models by their ids. */
  profiles: 'HIPAA_AI_MODEL_PROFILES',
  /** `mask` or `refuse`: what becomes of an answer with an identifier that was not sent. Unset: `mask`. */
  onLeak: 'HIPAA_AI_ON_LEAK',
  /** Unset: 1 MiB. */
  maxBodyBytes: 'HIPAA_AI_MAX_BODY_BYTES',
  /** Seconds for which an answer waits for a person. Unset: a day. */
  approvalSeconds: 'HIPAA_AI_APPROVAL_SECONDS',
  /** ARN of the Step Functions state machine that waits beside. Unset: answers wait, and nobody is told. */
  approvalMachineArn: 'HIPAA_AI_APPROVAL_MACHINE_ARN',
} as const;
