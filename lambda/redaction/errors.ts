export type RedactionErrorCode =
  | 'INVALID_EVENT'
  | 'TEXT_TOO_LARGE'
  | 'SEAL_UNAVAILABLE'
  | 'DETECTOR_FAILED'
  | 'INVALID_TEXT'
  | 'TOO_MANY_NAMES'
  /** A store could not be read or written: worth another try. */
  | 'STORE_UNAVAILABLE'
  /** The content cannot be shown to be free of what was looked for: not worth another try. */
  | 'CONTENT_REFUSED'
  | 'INTERNAL';

/**
 * The only error that leaves the handler. Lambda prints message and stack in the log, so the message is one of ours,
 * the stack is the message alone and no cause is kept: nothing of the input can be in it.
 */
export class RedactionError extends Error {
  override readonly name = 'RedactionError';

  constructor(
    readonly code: RedactionErrorCode,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** An option that cannot be used. The message names the option and what is allowed, never what was given. */
export class InvalidOptionError extends Error {
  override readonly name = 'InvalidOptionError';
}
