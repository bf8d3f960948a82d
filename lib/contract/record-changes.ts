/** What makes a key unusable, opens it to others or gives it other material. Source: KMS API reference. */
export const KEY_CHANGES = [
  'CancelKeyDeletion',
  'DeleteExpiredKeyMaterial',
  'DeleteImportedKeyMaterial',
  'DisableKey',
  'DisableKeyRotation',
  'ImportKeyMaterial',
  'PutKeyPolicy',
  'ReplicateKey',
  'ScheduleKeyDeletion',
  'UpdatePrimaryRegion',
] as const;

/**
 * Calls that take a record away or keep one from being made, by the service that is called. Source: CloudTrail user guide; API
 * references of the services.
 */
export const RECORD_CHANGES = {
  cloudtrail: ['DeleteTrail', 'PutEventSelectors', 'PutInsightSelectors', 'StopLogging', 'UpdateTrail'],
  s3: [
    'DeleteBucketEncryption',
    'DeleteBucketPolicy',
    'DeletePublicAccessBlock',
    'PutBucketLifecycle',
    'PutBucketLogging',
    'PutBucketObjectLockConfiguration',
    'PutBucketPolicy',
    'PutBucketPublicAccessBlock',
    'PutBucketReplication',
    'PutBucketVersioning',
  ],
  logs: [
    'DeleteDataProtectionPolicy',
    'DeleteLogGroup',
    'DeleteLogStream',
    'DeleteMetricFilter',
    'DeleteRetentionPolicy',
    'DisassociateKmsKey',
    'PutRetentionPolicy',
  ],
  monitoring: ['DeleteAlarms', 'DisableAlarmActions', 'SetAlarmState'],
  bedrock: [
    'DeleteEnforcedGuardrailConfiguration',
    'DeleteGuardrail',
    'DeleteModelInvocationLoggingConfiguration',
    'PutAccountDataRetention',
    'PutEnforcedGuardrailConfiguration',
    'PutModelInvocationLoggingConfiguration',
    'UpdateGuardrail',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Calls of S3 that shorten the lock of one object. */
export const LOCK_CHANGES = ['PutObjectRetention', 'PutObjectLegalHold'] as const;

/** Calls that change how the record is read, and would have questions answered from something else. */
export const CATALOG_CHANGES = {
  athena: ['DeleteNamedQuery', 'DeleteWorkGroup', 'UpdateNamedQuery', 'UpdateWorkGroup'],
  glue: ['BatchDeleteTable', 'DeleteDatabase', 'DeleteTable', 'UpdateDatabase', 'UpdateTable'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
