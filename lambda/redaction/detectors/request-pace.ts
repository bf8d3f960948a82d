import { setTimeout as sleep } from 'node:timers/promises';

/** What an account allows; share it out where several functions ask at once. */
export interface RequestQuota {
  readonly requestsPerSecond: number;
  /** UTF-16 units of text. */
  readonly charactersPerSecond: number;
  /** Requests under way at once. */
  readonly concurrency: number;
}

export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** 0 to 1. */
  readonly random: () => number;
}

export const MOST_ATTEMPTS = 5;
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5_000;

const THROTTLING = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'RequestLimitExceeded',
]);
const TOO_MANY_REQUESTS = 429;

const SYSTEM_CLOCK: Clock = { now: () => performance.now(), sleep: (ms) => sleep(ms), random: Math.random };

/** Starts requests no faster than a quota allows, and those that were throttled again, after a pause drawn at random. */
export class RequestPace {
  #running = 0;
  #nextStart = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly quota: RequestQuota,
    private readonly clock: Clock = SYSTEM_CLOCK,
  ) {
    for (const [limit, value] of Object.entries(quota)) {
      if (!(value > 0)) throw new RangeError(`${limit} is ${value}; give a number above 0`);
    }
    if (quota.concurrency < 1) throw new RangeError(`concurrency is ${quota.concurrency}; give 1 or more`);
  }

  /** Runs a request of so many characters. Only throttling is tried again; once `signal` aborts nothing more is sent. */
  async run<Answer>(
    characters: number,
    signal: AbortSignal,
    request: () => Promise<Answer>,
  ): Promise<Answer> {
    await this.#place();
    try {
      for (let attempt = 1; ; attempt++) {
        signal.throwIfAborted();
        await this.#turn(characters);
        signal.throwIfAborted();
        try {
          return await request();
        } catch (error) {
          if (attempt === MOST_ATTEMPTS || !isThrottling(error)) throw error;
        }
        const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt);
        await this.clock.sleep(pause * this.clock.random());
      }
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #place(): Promise<void> {
    while (this.#running >= this.quota.concurrency) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running++;
  }

  async #turn(characters: number): Promise<void> {
    const { requestsPerSecond, charactersPerSecond } = this.quota;
    const now = this.clock.now();
    const start = Math.max(now, this.#nextStart);
    this.#nextStart = start + 1000 * Math.max(1 / requestsPerSecond, characters / charactersPerSecond);
    if (start > now) await this.clock.sleep(start - now);
  }
}

export function isThrottling(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (THROTTLING.has(error.name)) return true;
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode === TOO_MANY_REQUESTS;
}
