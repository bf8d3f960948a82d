import type { Clock } from './clock';
import { withinDeadline } from './deadline';
import { LedgerError } from './ledger-error';
import { StoreFailure, type LedgerStore } from './ledger-store';

/** Milliseconds for one attempt. */
const ATTEMPT_MS = 2_000;
/** Milliseconds before the second attempt; doubles up to the longest, and half of it is drawn at random. */
const PAUSE_MS = { first: 50, longest: 800 } as const;

export interface DurablePut {
  readonly store: LedgerStore;
  readonly clock: Clock;
  /** Time of `clock` at which it is given up. */
  readonly deadline: number;
}

/**
 * Brings an object to the store, and knows what became of it: the same bytes are tried again, and when the name is taken,
 * what is there is read and compared, since it may be an attempt of ours whose answer was lost.
 *
 * @returns what somebody else has put there; undefined: the object is ours
 * @throws LedgerError LEDGER_UNAVAILABLE; the object may be there all the same, or appear
 */
export async function putDurably(
  key: string,
  bytes: Uint8Array,
  { store, clock, deadline }: DurablePut,
): Promise<Uint8Array | undefined> {
  let pause: number = PAUSE_MS.first;
  for (;;) {
    const left = deadline - clock.now();
    if (left <= 0) throw unavailable('the store did not say in time that the record is durable');
    try {
      return await withinDeadline(Math.min(left, ATTEMPT_MS), async (signal) => {
        if ((await store.putIfAbsent(key, bytes, signal)) === 'created') return undefined;
        const there = await store.get(key, signal);
        if (there === undefined) throw new StoreFailure('unanswered', 'Vanished');
        return Buffer.compare(there, bytes) === 0 ? undefined : there;
      });
    } catch (error) {
      if (error instanceof StoreFailure && error.outcome === 'refused') {
        throw unavailable(`the store refused the record (${error.exception})`);
      }
    }
    await clock.wait(Math.min(pause * (0.5 + Math.random() / 2), Math.max(0, deadline - clock.now())));
    pause = Math.min(pause * 2, PAUSE_MS.longest);
  }
}

export function unavailable(message: string): LedgerError {
  return new LedgerError('LEDGER_UNAVAILABLE', message);
}
