import { randomBytes } from 'node:crypto';
import { announcing, closed, closing, extending, type ChainState, type NextObject } from './chain';
import { dayOf, type Clock } from './clock';
import { putDurably, unavailable } from './durable-put';
import { sha256 } from './hash';
import type { Receipt } from './ledger-entry';
import { closeSchema } from './ledger-object';
import type { LedgerStore } from './ledger-store';
import { linesOf, valueOf } from './line';
import type { Signer } from './signer';

const ID_BYTES = 12;
/** Somebody else closes a segment once; more often in a row is no accident. */
const MOST_CLOSED_MEANWHILE = 3;

export interface WriterChainProps {
  readonly store: LedgerStore;
  readonly signer: Signer;
  readonly clock: Clock;
}

/**
 * The chain of one writer for one day. Its methods are called one after the other. An object of which it is not known
 * whether it is stored comes first the next time, so no other bytes are ever tried under its key.
 */
export class WriterChain {
  #stuck: NextObject | undefined;

  private constructor(
    private readonly props: WriterChainProps,
    private state: ChainState,
  ) {}

  /** @throws LedgerError LEDGER_UNAVAILABLE; what may be stored of it then is the announcement of nobody */
  static async begin(props: WriterChainProps, deadline: number): Promise<WriterChain> {
    for (;;) {
      const now = props.clock.now();
      const writer = { day: dayOf(now), id: randomBytes(ID_BYTES).toString('hex') };
      const { key, bytes, next } = announcing(writer, now);
      // taken: the same 96 bits were drawn before
      if ((await putDurably(key, bytes, { ...props, deadline })) === undefined) {
        return new WriterChain(props, next);
      }
    }
  }

  get day(): string {
    return this.state.writer.day;
  }

  get hasEnded(): boolean {
    return this.state.ended;
  }

  /** Records of this segment. */
  get length(): number {
    return this.state.sequence - this.state.first + 1;
  }

  /** Milliseconds since 1970 of the first record in this segment. */
  get openedAt(): number | undefined {
    return this.state.openedAt;
  }

  /** Resolves when all are durable, in one object. @throws LedgerError LEDGER_UNAVAILABLE */
  async commit(entries: readonly string[], deadline: number): Promise<readonly Receipt[]> {
    await this.#settle(deadline);
    for (let attempt = 0; attempt < MOST_CLOSED_MEANWHILE; attempt += 1) {
      if (this.state.ended) break;
      const records = extending(this.state, entries, this.props.clock.now());
      if (await this.#store(records, deadline)) return records.receipts;
    }
    throw unavailable('the segment was closed by somebody else again and again');
  }

  /** @throws LedgerError SIGNING_FAILED, LEDGER_UNAVAILABLE; the segment stays open then */
  async close(final: boolean, deadline: number): Promise<void> {
    await this.#settle(deadline);
    if (this.state.ended || (this.length === 0 && !final)) return;
    const { signer, clock } = this.props;
    await this.#store(await closing(this.state, clock.now(), { by: 'writer', final, signer }), deadline);
  }

  async #settle(deadline: number): Promise<void> {
    if (this.#stuck) await this.#store(this.#stuck, deadline);
  }

  /** @returns whether the object is ours; if not, the segment was closed before it */
  async #store(object: NextObject, deadline: number): Promise<boolean> {
    this.#stuck = object;
    const theirs = await putDurably(object.key, object.bytes, { ...this.props, deadline });
    this.#stuck = undefined;
    if (theirs === undefined) {
      this.state = object.next;
      return true;
    }
    this.state = this.#behind(theirs);
    return false;
  }

  /** Whoever closes is right if it is our chain that he closes: the writer goes on behind it. */
  #behind(theirs: Uint8Array): ChainState {
    const [line = '', ...more] = linesOf(theirs) ?? [];
    const close = more.length === 0 ? valueOf(line, closeSchema) : undefined;
    const { state } = this;
    const isOfOurs =
      close !== undefined &&
      close.writer === state.writer.id &&
      close.segment === state.segment &&
      close.object === state.object + 1 &&
      close.previous === state.head &&
      close.last === state.sequence;
    if (!isOfOurs) {
      this.state = { ...state, ended: true };
      throw unavailable('an object of this writer is not what it wrote');
    }
    return closed(state, close, sha256(line));
  }
}
