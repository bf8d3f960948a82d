// CPU time of sealing and opening whole messages, all contenders in one process, in turn, round by round.
import { randomBytes } from 'node:crypto';
import { PLAIN } from './contenders.mjs';
import { median } from './median.mjs';

/** @returns CPU microseconds of each of so many calls */
async function time(act, given, count) {
  const before = process.cpuUsage();
  for (let call = 0; call < count; call += 1) {
    const result = act(given);
    // those that answer at once are not made to wait
    if (result instanceof Promise) await result;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

/** What runs for hours is measured warm: the compilers have done their work by then. */
const WARM_UP_MICROSECONDS = 500_000;
const WARM_UP_CALLS = 20_000;

/** Warms up, and says how many calls take so long. */
async function callsFor(act, given, microseconds) {
  let count = 1;
  let each = await time(act, given, count);
  for (
    let calls = count, spent = each;
    calls < WARM_UP_CALLS && spent < WARM_UP_MICROSECONDS;
    calls += count
  ) {
    count *= 2;
    each = await time(act, given, count);
    spent += each * count;
  }
  return Math.max(1, Math.ceil(microseconds / each));
}

/**
 * @param milliseconds of each measurement
 * @returns for each contender and operation the median time, and the median of its ratios to plain AES-GCM in the same round
 */
export async function measureMessages(contenders, { bytes, rounds, milliseconds }) {
  const plaintext = randomBytes(bytes);
  const jobs = [];
  for (const [name, contender] of contenders) {
    const message = await contender.seal(plaintext);
    const opened = await contender.open(message);
    if (Buffer.compare(opened, plaintext) !== 0) throw new Error(`${name} does not open what it sealed`);
    for (const [operation, given] of [
      ['seal', plaintext],
      ['open', message],
    ]) {
      const act = contender[operation];
      const count = await callsFor(act, given, milliseconds * 1000);
      jobs.push({ name, operation, act, given, count, overhead: message.length - bytes, times: [] });
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { act, given, count, times } of jobs) {
      times.push(await time(act, given, count));
    }
  }
  return jobs.map(({ name, operation, overhead, times }) => {
    const limit = jobs.find((job) => job.name === PLAIN && job.operation === operation).times;
    const ratio = median(times.map((each, round) => each / limit[round]));
    return { name, operation, bytes, overhead, times, microseconds: median(times), ratio };
  });
}
