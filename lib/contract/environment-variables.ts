/** Names of the environment variables that constructs write and handlers read. */
export const ENVIRONMENT_VARIABLES = {
  /** ARN of the KMS key under which a handler seals text. Unset: sealing is refused. */
  dataKeyArn: 'HIPAA_AI_DATA_KEY_ARN',
  /** Most characters (UTF-16 units) of text one call may carry. */
  maxTextLength: 'HIPAA_AI_MAX_TEXT_LENGTH',
} as const;

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
