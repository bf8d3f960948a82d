import { randomUUID } from 'node:crypto';
import { ledgerEntrySchema, type LedgerEntry, type LedgerWriter } from '../../../lambda/ledger/ledger-entry';
import { LedgerError } from '../../../lambda/ledger/ledger-error';

/** A ledger in memory that takes what the real one would take, and fails when it is told to. */
export class RecordingLedger implements LedgerWriter {
  readonly entries: LedgerEntry[] = [];
  /** Asked before each entry. */
  fails: (entry: LedgerEntry) => boolean = () => false;

  /** Asked before each entry: whether it is none that the ledger takes. */
  refuses: (entry: LedgerEntry) => boolean = () => false;

  append(entry: LedgerEntry) {
    if (this.refuses(entry)) return Promise.reject(new LedgerError('ENTRY_REFUSED', 'told to refuse'));
    if (this.fails(entry)) return Promise.reject(new LedgerError('LEDGER_UNAVAILABLE', 'told to fail'));
    // an entry of another shape is refused, as by the real one
    const parsed = ledgerEntrySchema.safeParse(entry);
    if (!parsed.success) return Promise.reject(new LedgerError('ENTRY_REFUSED', parsed.error.message));
    this.entries.push(parsed.data);
    return Promise.resolve({ id: `r-${this.entries.length}-${randomUUID()}`, recordHash: '0'.repeat(64) });
  }

  kinds(): readonly string[] {
    return this.entries.map(({ kind, decision }) => `${kind} ${decision.code ?? decision.outcome}`);
  }
}
