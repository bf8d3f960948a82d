import type { LedgerEntry } from '../../lambda/ledger/ledger-entry';
import type { LedgerStore } from '../../lambda/ledger/ledger-store';
import { createLocalSigner } from '../../lambda/ledger/local-signer';
import { receiptId } from '../../lambda/ledger/place';
import { seal, type SealerReport } from '../../lambda/ledger/sealer/sealer';
import { publicKeysOf } from '../../lambda/ledger/signer';
import { verifyLedger, type Verification } from '../../lambda/ledger/verify/verify-ledger';
import type { LoopbackS3 } from './loopback-s3';
import type { LoopbackSigningKms } from './loopback-signing-kms';

/** A record with the receipt that its caller was given. */
export interface LedgerLine {
  readonly id: string;
  readonly time: string;
  readonly entry: LedgerEntry;
}

/** What stands in a ledger, whether or not it holds. */
export interface ReadLedger extends Verification {
  /** What is wrong: codes and names of objects. */
  readonly found: readonly unknown[];
  readonly lines: readonly LedgerLine[];
}

/** The objects of a bucket on loopback as a ledger, read beside its HTTP as a download would be. */
export class LoopbackLedger implements LedgerStore {
  constructor(
    private readonly s3: LoopbackS3,
    private readonly bucket: string,
    private readonly kms: LoopbackSigningKms,
  ) {}

  putIfAbsent(key: string, bytes: Uint8Array): Promise<'created' | 'exists'> {
    if (this.s3.versionsOf(this.bucket, key).length > 0) return Promise.resolve('exists');
    this.s3.put(this.bucket, key, Buffer.from(bytes));
    return Promise.resolve('created');
  }

  get(key: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.s3.versionsOf(this.bucket, key).at(-1)?.body);
  }

  async *list(prefix: string, after = ''): AsyncGenerator<string, void, undefined> {
    await Promise.resolve();
    for (const key of this.s3.keysOf(this.bucket).toSorted())
      if (key.startsWith(prefix) && key > after) yield key;
  }

  /** Every record, with all that `hipaa-ai ledger verify` finds wrong. */
  async read(): Promise<ReadLedger> {
    const found: unknown[] = [];
    const lines: LedgerLine[] = [];
    const verification = await verifyLedger({
      store: this,
      keys: publicKeysOf([this.kms.publicKeyPem()]),
      report: (finding) => found.push(finding),
      visit: ({ record, place }) => {
        lines.push({ id: receiptId(place, record.sequence), time: record.time, entry: record.entry });
      },
    });
    return { ...verification, found, lines };
  }

  /** Closes what writers that are gone left open, as the scheduled sealer does. */
  seal(abandonedMs: number): Promise<SealerReport> {
    const signer = createLocalSigner(this.kms.privateKeyPem());
    return seal({ store: this, signer, abandonedMs, fullEvery: 1 });
  }
}
