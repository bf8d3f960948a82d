const MESSAGES = {
  COMMITMENT_MISMATCH: 'the data key is not the one this message was sealed with',
  AUTH_FAILED: 'the message is not authentic',
  CONTEXT_MISMATCH: 'the binding is not the one of this message',
  TRAILING_BYTES: 'the message goes on after its end',
  TRUNCATED: 'the message ends early',
  NO_KEY: 'no data key is to be had',
  THROTTLED: 'the key service is busy; try again later',
  TOO_LARGE: 'a size limit of the envelope is exceeded',
  UNSUPPORTED_SUITE: 'the format or algorithm suite of the message is not accepted',
  AUDIT_FAILED: 'the use of the key could not be recorded',
} as const;

export type EnvelopeErrorCode = keyof typeof MESSAGES;

/**
 * The only error the envelope throws for what it is given at run time (a wrong type is a `TypeError`). Its text depends on
 * the code alone and is fit for outsiders: no cause, no inner stack, nothing of a key, a binding or a plaintext.
 */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';

  /**
   * @param retryable the same call may succeed later: the key service was busy, slow or failed by itself.
   *   Default: true for THROTTLED
   */
  constructor(
    readonly code: EnvelopeErrorCode,
    readonly retryable: boolean = code === 'THROTTLED',
  ) {
    super(`${code}: ${MESSAGES[code]}`);
    this.stack = `${this.name}: ${this.message}`;
  }
}
