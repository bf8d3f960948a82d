import type { Binding } from './binding';
import type { EnvelopeErrorCode } from './errors';

/**
 * One use of a data key: ids and outcome, no content. CloudTrail shows the calls of KMS only, and a cached key serves many
 * messages without one; this is the record of each.
 */
export interface KeyUse {
  readonly operation: 'seal' | 'open';
  /**
   * `OK`; for a stream `STARTED` before its first byte and `OK` before its last frame, `ABANDONED` when its reader went
   * away or its source failed; else the code it was refused with.
   */
  readonly outcome: 'OK' | 'STARTED' | 'ABANDONED' | EnvelopeErrorCode;
  /** As the caller gave it, if it was one. */
  readonly binding?: Binding;
  /** Base64 of the 32 bytes. */
  readonly messageId?: string;
  /** ARN or branch key version of the key above the data key. */
  readonly keyId?: string;
  /** Bytes of plaintext. */
  readonly bytes?: number;
}

/** Keeps the record of a use. While it does not return nothing is handed out, and what it throws refuses the use. */
export type KeyUseAudit = (use: KeyUse) => void | Promise<void>;
