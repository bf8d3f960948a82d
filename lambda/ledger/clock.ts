import { setTimeout as wait } from 'node:timers/promises';

/** Time as the ledger sees it, so that a test can turn it back. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  wait: async (milliseconds) => {
    await wait(milliseconds);
  },
};

export const DAY_MS = 86_400_000;

/** `YYYY-MM-DD` in UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

export function instantOf(time: number): string {
  return new Date(time).toISOString();
}
