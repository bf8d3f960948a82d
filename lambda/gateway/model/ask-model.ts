import type { Clock } from '../clock';
import { GatewayError } from '../gateway-error';
import { ModelError, type ModelCall, type ModelFailure } from './model';

/** Attempts of one model. */
export const MOST_ATTEMPTS = 3;
/** Milliseconds that are left alone for reading, sealing and recording an answer. */
export const RESERVE_MS = 3_000;
/** Milliseconds of one attempt at most, so that a silent model leaves time for another. */
export const ATTEMPT_MS = 60_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

const CODES = {
  throttled: 'MODEL_THROTTLED',
  'timed-out': 'MODEL_TIMED_OUT',
  failed: 'MODEL_FAILED',
  rejected: 'MODEL_REJECTED',
} as const satisfies Readonly<Record<ModelFailure, string>>;

export interface Asking {
  readonly models: readonly [string, ...string[]];
  /** ARNs of the profiles through which they are asked, by model. @default - each by its id */
  readonly profiles?: ReadonlyMap<string, string>;
  /** Milliseconds until the function is ended. */
  readonly remaining: () => number;
  readonly clock: Clock;
  /** Told of each attempt before it is made. */
  readonly attempt?: (model: string, attempts: number, fallback: boolean) => void;
}

/**
 * Asks one model after the other, each a few times, for as long as there is time: after a failure that may pass it waits for a
 * random part of a doubling pause (full jitter). All models are of one use case, hence for one class of data.
 *
 * @param ask one attempt; whoever streams makes it resolve with the first piece, as nothing can be asked again after that
 * @throws GatewayError MODEL_THROTTLED, MODEL_TIMED_OUT, MODEL_FAILED: of the last attempt; MODEL_REJECTED at once
 */
export async function askModels<T>(
  { models, profiles, remaining, clock, attempt }: Asking,
  call: Omit<ModelCall, 'model' | 'profile'>,
  ask: (call: ModelCall, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  let attempts = 0;
  let failure: ModelFailure = 'timed-out';
  for (const [at, model] of models.entries()) {
    const profile = profiles?.get(model);
    const called = { ...call, model, ...(profile === undefined ? {} : { profile }) };
    for (let tries = 0; tries < MOST_ATTEMPTS; tries++) {
      const pause = tries === 0 ? 0 : pauseBefore(tries, clock);
      const time = remaining() - RESERVE_MS - pause;
      if (time <= 0) throw new GatewayError(CODES[failure]);
      if (pause > 0) await clock.wait(pause);
      attempts += 1;
      attempt?.(model, attempts, at > 0);
      try {
        return await withDeadline(Math.min(time, ATTEMPT_MS), (signal) => ask(called, signal));
      } catch (error) {
        failure = error instanceof ModelError ? error.failure : 'failed';
        if (failure === 'rejected') throw new GatewayError('MODEL_REJECTED');
        // a model that was silent once is asked no second time: there is another, or no time
        if (failure === 'timed-out') break;
      }
    }
  }
  throw new GatewayError(CODES[failure]);
}

function pauseBefore(tries: number, { random }: Clock): number {
  return random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
}

/** Whatever the client does about its signal, the attempt ends in time. */
async function withDeadline<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new ModelError('timed-out'));
    }, milliseconds);
  });
  const working = work(controller.signal);
  try {
    return await Promise.race([working, expiry]);
  } finally {
    clearTimeout(timer);
    // one that comes too late has nobody to tell
    working.catch(() => undefined);
  }
}
