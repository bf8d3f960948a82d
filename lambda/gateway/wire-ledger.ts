import type { LedgerWriter } from '../ledger/ledger-entry';
import { LedgerError } from '../ledger/ledger-error';
import type { Mac } from './mac';

/** Where records go, and the keyed digests in them. */
export interface WiredLedger {
  readonly ledger: LedgerWriter;
  readonly mac: Mac;
}

/**
 * The ledger of lambda/ledger over S3 and KMS is wired here and nowhere else. Until it is, every request is refused, as
 * without a record nothing may leave.
 */
export function wireLedger(): WiredLedger {
  const unwired = (): never => {
    throw new LedgerError('LEDGER_UNAVAILABLE', 'no ledger is wired');
  };
  return {
    ledger: { append: () => Promise.reject(new LedgerError('LEDGER_UNAVAILABLE', 'no ledger is wired')) },
    mac: { of: unwired },
  };
}
