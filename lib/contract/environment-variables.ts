/** Names of the environment variables that constructs write and handlers read. */
export const ENVIRONMENT_VARIABLES = {
  /** ARN of the KMS key under which a handler seals text. Unset: sealing is refused. */
  dataKeyArn: 'HIPAA_AI_DATA_KEY_ARN',
  /** Most characters (UTF-16 units) of text one call may carry. */
  maxTextLength: 'HIPAA_AI_MAX_TEXT_LENGTH',
} as const;
