export type LedgerErrorCode =
  /** The store did not take the record, or did not say so in time. */
  | 'LEDGER_UNAVAILABLE'
  /** The entry is not of the published shape: a fault of the program that wrote it. */
  | 'ENTRY_REFUSED'
  /** The signing key did not sign. */
  | 'SIGNING_FAILED';

/** A record that is not known to be durable. Holds a code and no value of the entry. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';

  constructor(
    readonly code: LedgerErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
