export { auditEventOf, type AuditEvent } from './audit-event';
export { ChainedWriter, type ChainedWriterProps } from './chained-writer';
export { SYSTEM_CLOCK, type Clock } from './clock';
export { DirectoryStore } from './directory-store';
export {
  ACCOUNTED_YEARS,
  DisclosureAccounting,
  LEFT_OUT,
  type AccountedDisclosure,
  type Accounting,
  type AccountingProps,
  type LeftOut,
} from './disclosures';
export { createKmsSigner, type KmsSignerProps } from './kms-signer';
export {
  ledgerEntrySchema,
  LEDGER_SCHEMA_VERSION,
  type LedgerEntry,
  type LedgerWriter,
  type Receipt,
} from './ledger-entry';
export { LedgerError, type LedgerErrorCode } from './ledger-error';
export type { LedgerRecord } from './ledger-object';
export { StoreFailure, type LedgerStore } from './ledger-store';
export { createLocalSigner } from './local-signer';
export { createMac, MAC_KEY_BYTES, type Digest, type DigestKind, type Mac } from './mac';
export { MemoryStore } from './memory-store';
export { receiptPlaceOf, type ReceiptPlace } from './place';
export { createS3Store, S3_CLIENT_SETTINGS, type S3StoreProps } from './s3-store';
export { loadSecretMac, type SecretMacProps } from './secret-mac';
export { LedgerKeyError, publicKeysOf, type PublicKeys, type Signer } from './signer';
export { seal, type SealerProps, type SealerReport } from './sealer/sealer';
export { BrokenCheckpoint } from './sealer/witnesses';
export type { FoundRecord } from './verify/chain-check';
export type { Anchor } from './verify/checkpoint-check';
export { FINDING_CODES, type Finding, type FindingCode } from './verify/finding';
export { verifyLedger, type Verification, type VerifyProps } from './verify/verify-ledger';
