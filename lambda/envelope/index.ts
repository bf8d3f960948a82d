export type { Binding } from './binding';
export { createEnvelope, type Envelope, type EnvelopeProps } from './envelope';
export type { EnvelopeLimits } from './envelope-limits';
export { EnvelopeError, type EnvelopeErrorCode } from './errors';
export type { ByteSource } from './format/chunk-reader';
export type { Inspection } from './inspect';
export type { KeyUse, KeyUseAudit } from './key-use';
export { keyUseLog, serviceCallLog, type WriteLine } from './key-use-log';
export type { BranchKeyStore } from './keys/branch-key-row';
export { createBranchKeys, type BranchKeysProps, type RowReader } from './keys/branch-keys';
export type { KeyCacheProps } from './keys/key-cache';
export type { KeySource, OpeningKey, PerTenant, SealingKey } from './keys/key-source';
export {
  createKmsDataKeys,
  SPLIT_CONTEXT_PROVIDER,
  type KmsDataKeysProps,
  type KmsDecrypter,
  type KmsSender,
} from './keys/kms-data-keys';
export { createLocalKeys, type LocalKeysProps } from './keys/local-keys';
export {
  CLIENT_SETTINGS,
  type SendOptions,
  type ServiceCall,
  type ServiceCallObserver,
  type ServiceOutcome,
} from './keys/service-call';
