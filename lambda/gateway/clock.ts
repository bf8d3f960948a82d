import { SYSTEM_CLOCK as TIME, type Clock as Time } from '../ledger/clock';

/** Time as the ledger has it, and chance, so that tests need neither. */
export interface Clock extends Time {
  /** 0 to 1, without 1. */
  readonly random: () => number;
}

export const SYSTEM_CLOCK: Clock = { ...TIME, random: Math.random };
