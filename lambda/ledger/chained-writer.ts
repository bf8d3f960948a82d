import { admitted } from './admission';
import { dayOf, SYSTEM_CLOCK, type Clock } from './clock';
import { unavailable } from './durable-put';
import type { LedgerEntry, LedgerWriter, Receipt } from './ledger-entry';
import { LedgerError } from './ledger-error';
import type { LedgerStore } from './ledger-store';
import type { Signer } from './signer';
import { WriterChain } from './writer-chain';

export interface ChainedWriterProps {
  readonly store: LedgerStore;
  readonly signer: Signer;
  /** @default - the clock of the system */
  readonly clock?: Clock;
  /**
   * Records after which a segment is closed and signed.
   * @default 1000
   */
  readonly segmentRecords?: number;
  /**
   * Milliseconds after which it is, with the next record.
   * @default 300000 - five minutes
   */
  readonly segmentMs?: number;
  /**
   * Milliseconds after which an append that is not known to be durable is given up.
   * @default 6000
   */
  readonly appendMs?: number;
}

/** What one object may hold. */
const BATCH = { records: 100, bytes: 262_144 } as const;
/** What may wait for the object in front; more is refused at once. */
export const QUEUE = { records: 1_000, bytes: 4_194_304 } as const;
/** A segment that could not be signed goes on until it is so many times as long or as old. */
export const OVERDUE = 4;
/** Milliseconds from a failed signature to the next. */
const SIGNING_PAUSE_MS = 30_000;

interface Waiting {
  readonly entry: string;
  readonly deadline: number;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes a ledger, one object after the other; what is appended while one is on its way goes into the next together. When the
 * UTC day changes it begins a chain of its own for the new one. Lambda: one for each execution environment.
 */
export class ChainedWriter implements LedgerWriter {
  readonly #clock: Clock;
  readonly #limits: { readonly records: number; readonly ms: number; readonly appendMs: number };
  readonly #queue: Waiting[] = [];
  #bytes = 0;
  #chain: WriterChain | undefined;
  #pumping: Promise<void> | undefined;
  #ending: Promise<unknown> = Promise.resolve();
  #signAfter = 0;
  #isClosed = false;

  constructor(private readonly props: ChainedWriterProps) {
    const { clock = SYSTEM_CLOCK, segmentRecords = 1_000, segmentMs = 300_000, appendMs = 6_000 } = props;
    this.#clock = clock;
    this.#limits = { records: segmentRecords, ms: segmentMs, appendMs };
  }

  append(entry: LedgerEntry): Promise<Receipt> {
    return new Promise((resolve, reject) => {
      const json = admitted(entry);
      if (this.#isClosed) throw unavailable('the writer is closed');
      const isFull = this.#queue.length >= QUEUE.records || this.#bytes + json.length > QUEUE.bytes;
      if (isFull) throw unavailable('too many records wait for the store');
      const deadline = this.#clock.now() + this.#limits.appendMs;
      this.#queue.push({ entry: json, deadline, resolve, reject });
      this.#bytes += json.length;
      this.#pumping ??= this.#pump();
    });
  }

  /**
   * Waits for what was appended, closes the segment and ends the chain. What fails here the sealer does later.
   *
   * @throws LedgerError
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#pumping;
    await this.#ending;
    const chain = this.#chain;
    this.#chain = undefined;
    await chain?.close(true, this.#clock.now() + this.#limits.appendMs);
  }

  async #pump(): Promise<void> {
    // what is appended in this turn of the loop is one object
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#take();
      if (batch.length > 0) await this.#write(batch);
      await this.#closeIfDue();
    }
    this.#pumping = undefined;
  }

  /** As many as one object holds, without those whose time is over. */
  #take(): readonly Waiting[] {
    const batch: Waiting[] = [];
    let bytes = 0;
    for (let [next] = this.#queue; next !== undefined; [next] = this.#queue) {
      if (batch.length >= BATCH.records || (batch.length > 0 && bytes + next.entry.length > BATCH.bytes))
        break;
      this.#queue.shift();
      this.#bytes -= next.entry.length;
      if (next.deadline <= this.#clock.now()) {
        next.reject(unavailable('the record waited too long for the store'));
        continue;
      }
      batch.push(next);
      bytes += next.entry.length;
    }
    return batch;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    // that of the first: the others came later
    const deadline = batch[0]?.deadline ?? 0;
    try {
      const chain = await this.#today(deadline);
      if (this.#isBeyond(chain, OVERDUE)) await chain.close(false, deadline);
      const receipts = await chain.commit(
        batch.map(({ entry }) => entry),
        deadline,
      );
      for (const [index, { resolve, reject }] of batch.entries()) {
        const receipt = receipts[index];
        if (receipt) resolve(receipt);
        else reject(unavailable('the record has no receipt'));
      }
    } catch (error) {
      const told = error instanceof LedgerError ? error : unavailable('the record could not be written');
      for (const { reject } of batch) reject(told);
    }
  }

  /** The chain of this day. The one of the day before ends beside it. */
  async #today(deadline: number): Promise<WriterChain> {
    const { clock } = this.props;
    const chain = this.#chain;
    if (chain && chain.day >= dayOf(this.#clock.now()) && !chain.hasEnded) return chain;
    this.#chain = undefined;
    if (chain && !chain.hasEnded) {
      this.#ending = chain.close(true, this.#clock.now() + this.#limits.appendMs).catch(() => undefined);
    }
    const begun = await WriterChain.begin({ ...this.props, clock: clock ?? this.#clock }, deadline);
    this.#chain = begun;
    return begun;
  }

  #isBeyond({ length, openedAt }: WriterChain, times: number): boolean {
    const { records, ms } = this.#limits;
    if (openedAt === undefined) return false;
    return length >= records * times || this.#clock.now() - openedAt >= ms * times;
  }

  /** After the answers have left. A failure is no reason to refuse records: they are durable and chained without it. */
  async #closeIfDue(): Promise<void> {
    const chain = this.#chain;
    const now = this.#clock.now();
    if (!chain || now < this.#signAfter || !this.#isBeyond(chain, 1)) return;
    try {
      await chain.close(false, now + this.#limits.appendMs);
    } catch {
      this.#signAfter = this.#clock.now() + SIGNING_PAUSE_MS;
    }
  }
}
