/** What KMS is told when the key of the ledger's digests is encrypted and decrypted: these pairs and no other. */
export const LEDGER_MAC_CONTEXT = { purpose: 'ledger-digests' } as const;

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
  /** ARN of the symmetric KMS key above the key of digests. Not for the sealer. */
  macKeyArn: 'HIPAA_AI_LEDGER_MAC_KEY_ARN',
  /** The encrypted key of digests, base64. Not for the sealer. */
  encryptedMacKey: 'HIPAA_AI_LEDGER_ENCRYPTED_MAC_KEY',
} as const;
