import { DAY_MS, dayOf, instantOf, SYSTEM_CLOCK, type Clock } from '../clock';
import { putDurably } from '../durable-put';
import { sha256 } from '../hash';
import { LEDGER_SCHEMA_VERSION } from '../ledger-entry';
import type { Witness } from '../ledger-object';
import type { LedgerStore } from '../ledger-store';
import { lineOf, objectOf } from '../line';
import { checkpointKey, FOLDERS, writerNameOf, type WriterName } from '../place';
import { signed, type Signer } from '../signer';
import { closeAbandoned } from './abandoned-segment';
import { BrokenChain, followed, newcomer } from './follow';
import { readWitnesses, type Witnesses } from './witnesses';

export interface SealerProps {
  readonly store: LedgerStore;
  readonly signer: Signer;
  /** @default - the clock of the system */
  readonly clock?: Clock;
  /**
   * Milliseconds without a record after which a segment is closed for its writer. One that is alive begins another.
   * @default 900000 - a quarter of an hour
   */
  readonly abandonedMs?: number;
  /**
   * Every so many checkpoints one lists all writers, and looks after those whose segments are closed.
   * @default 48
   */
  readonly fullEvery?: number;
}

/** What a run did: ids of processes and counts. */
export interface SealerReport {
  /** Undefined: another sealer was first. */
  readonly checkpoint: { readonly number: number; readonly hash: string } | undefined;
  readonly writers: number;
  readonly sealed: number;
  /** Ids of writers whose chain does not hold: `hipaa-ai ledger verify` says why. Nothing is signed for them. */
  readonly broken: readonly string[];
}

/** Writers that are looked after at a time. */
const WIDTH = 16;
/** Milliseconds for each object that is written. */
const PUT_MS = 10_000;
/** Writers write on their day; a clock may be a day behind. After that, a closed chain is looked at no more. */
const DAYS = { lookedBack: 2, retired: 3 } as const;

/**
 * Closes segments that died with their writer, and writes a signed checkpoint of all writers. Several may run at once, and
 * beside writers: each object they write is there once.
 *
 * @throws BrokenCheckpoint, LedgerError
 */
export async function seal(props: SealerProps): Promise<SealerReport> {
  const { store, clock = SYSTEM_CLOCK, fullEvery = 48 } = props;
  // before anything is listed: what was announced by then is seen
  const before = await readWitnesses(store);
  const time = Math.max(clock.now(), before.time);
  const isFull = before.number % fullEvery === 0;
  const run = new SealerRun({ ...props, clock }, time);
  await run.newcomers(before);
  await run.known(before, isFull);
  const found = run.witnesses.map((each) => retiredAt(each, time));
  const changed = found.filter((each) => lineOf(each) !== lineOf(before.writers.get(each.writer) ?? null));
  const checkpoint = await signed(
    {
      schema: LEDGER_SCHEMA_VERSION,
      type: 'checkpoint',
      number: before.number + 1,
      time: instantOf(time),
      previous: before.hash,
      full: isFull,
      writers: (isFull ? found : changed).toSorted((a, b) => (a.writer < b.writer ? -1 : 1)),
    },
    props.signer,
  );
  const line = lineOf(checkpoint);
  const deadline = clock.now() + PUT_MS;
  const theirs = await putDurably(checkpointKey(checkpoint.number), objectOf([line]), {
    store,
    clock,
    deadline,
  });
  return {
    checkpoint: theirs ? undefined : { number: checkpoint.number, hash: sha256(line) },
    writers: found.length,
    sealed: run.sealed,
    broken: run.broken,
  };
}

function retiredAt(witness: Witness, time: number): Witness {
  const isOld = witness.day <= dayOf(time - DAYS.retired * DAY_MS);
  const isEmpty = witness.segment === 1 && witness.object === 0;
  return isOld && (witness.state === 'closed' || isEmpty) ? { ...witness, state: 'retired' } : witness;
}

class SealerRun {
  readonly witnesses: Witness[] = [];
  readonly broken: string[] = [];
  sealed = 0;

  constructor(
    private readonly props: SealerProps & { readonly clock: Clock },
    private readonly time: number,
  ) {}

  /** Who announced itself since the checkpoint, or shortly before by its own clock. */
  async newcomers({ number, time, writers }: Witnesses): Promise<void> {
    const { store } = this.props;
    const after = number === 0 ? undefined : `${FOLDERS.writers}${dayOf(time - DAYS.lookedBack * DAY_MS)}`;
    const names: WriterName[] = [];
    for await (const key of store.list(FOLDERS.writers, after)) {
      const name = writerNameOf(key);
      if (name && !writers.has(name.id)) names.push(name);
    }
    await this.#each(names, async (name) => {
      await this.#look(name.id, undefined, () => newcomer(store, name));
    });
  }

  async known({ writers }: Witnesses, isFull: boolean): Promise<void> {
    await this.#each([...writers.values()], async (witness) => {
      const mayHaveGoneOn = witness.state === 'open' || isFull;
      if (mayHaveGoneOn) await this.#look(witness.writer, witness, () => Promise.resolve(witness));
      else this.witnesses.push(witness);
    });
  }

  /** One whose chain does not hold stays as it was seen. */
  async #look(id: string, known: Witness | undefined, start: () => Promise<Witness>): Promise<void> {
    try {
      const witness = await followed(this.props.store, await start());
      this.witnesses.push((await this.#closed(witness)) ?? witness);
    } catch (error) {
      if (!(error instanceof BrokenChain)) throw error;
      this.broken.push(id);
      if (known) this.witnesses.push(known);
    }
  }

  async #closed(witness: Witness): Promise<Witness | undefined> {
    const { abandonedMs = 900_000, clock } = this.props;
    const isOpen = witness.state === 'open' && witness.object > 0;
    if (!isOpen || this.time - Date.parse(witness.time) < abandonedMs) return undefined;
    const closed = await closeAbandoned(witness, { ...this.props, deadline: clock.now() + PUT_MS });
    if (closed) this.sealed += 1;
    return closed;
  }

  async #each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
    const left = items[Symbol.iterator]();
    const lanes = Array.from({ length: WIDTH }, async () => {
      for (const item of left) await work(item);
    });
    await Promise.all(lanes);
  }
}
