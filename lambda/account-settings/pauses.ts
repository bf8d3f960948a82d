import { setTimeout as sleep } from 'node:timers/promises';

export interface Clock {
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** 0 to 1. */
  readonly random: () => number;
}

export const SYSTEM_CLOCK: Clock = { sleep: (ms) => sleep(ms), random: Math.random };

/** Milliseconds between attempts, at most; half of each is drawn at random. */
export type Pauses = readonly number[];

/** Runs an attempt until its answer will do, and once more after each pause. Returns the last answer. */
export async function repeat<Answer>(
  attempt: () => Promise<Answer>,
  willDo: (answer: Answer) => boolean,
  pauses: Pauses,
  clock: Clock,
): Promise<Answer> {
  let answer = await attempt();
  for (const pause of pauses) {
    if (willDo(answer)) return answer;
    await clock.sleep((pause * (1 + clock.random())) / 2);
    answer = await attempt();
  }
  return answer;
}
