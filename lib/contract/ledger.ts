/** CloudWatch namespace of what the ledger counts. Its metrics have no dimension. */
export const LEDGER_NAMESPACE = 'HipaaAi/Ledger';

/** Names of the sealer's metrics, one value for each run. */
export const LEDGER_METRICS = {
  /** Segments that were closed for a writer that is gone. */
  sealed: 'SegmentsSealed',
  /** Writers whose chain does not hold, and that were not sealed: somebody tampered, or the store lost an object. */
  broken: 'BrokenWriters',
  /** Checkpoints that were written. None for long: nobody would notice what is removed. */
  checkpoints: 'Checkpoints',
} as const;

/** Names of the environment variables of whoever writes or seals a ledger. */
export const LEDGER_VARIABLES = {
  bucket: 'HIPAA_AI_LEDGER_BUCKET',
  /** In front of every key, with its slash. Unset: nothing. */
  prefix: 'HIPAA_AI_LEDGER_PREFIX',
  /** ARN of the KMS key ECC_NIST_P256 that signs. */
  signingKeyArn: 'HIPAA_AI_LEDGER_SIGNING_KEY_ARN',
  /** ARN of the secret that digests are made with. Not for the sealer. */
  digestSecretArn: 'HIPAA_AI_LEDGER_DIGEST_SECRET_ARN',
} as const;
