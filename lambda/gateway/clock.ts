import { setTimeout as sleep } from 'node:timers/promises';

/** Time and chance, so that tests need neither. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** 0 to 1, without 1. */
  readonly random: () => number;
}

export const SYSTEM_CLOCK: Clock = { now: Date.now, sleep: (ms) => sleep(ms), random: Math.random };
