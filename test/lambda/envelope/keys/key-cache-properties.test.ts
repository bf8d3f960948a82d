import * as fc from 'fast-check';
import { setImmediate } from 'node:timers/promises';
import type { CachedKey } from '../../../../lambda/envelope/keys/key-cache';
import { cacheOf, isZeroed, loads, TTL } from './cached-keys';

type Step =
  | { readonly act: 'acquire'; readonly id: string; readonly bytes: number }
  | { readonly act: 'release'; readonly at: number }
  | { readonly act: 'clear' | 'land' | 'fail' | 'turn' }
  | { readonly act: 'wait'; readonly milliseconds: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('acquire' as const),
      id: fc.constantFrom('a', 'b', 'c'),
      bytes: fc.nat(40),
    }),
  },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('release' as const), at: fc.nat(10) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('land' as const, 'turn' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('clear' as const, 'fail' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('wait' as const),
      milliseconds: fc.integer({ min: -TTL, max: TTL }),
    }),
  },
);

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());

test.each([TTL / 1000, 0])(
  'with a time to live of %i s, in whatever order things happen: a held key is whole, caps hold, and all are zeroed in the end',
  async (ttlSeconds) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { keys, load, settle } = loads({ wait: true });
        const cache = cacheOf({ ttlSeconds, maxKeys: 2, maxMessages: 3, maxBytes: 100 });
        const held: CachedKey<number>[] = [];
        const used = new Map<Uint8Array, { messages: number; bytes: number }>();
        const pending: Promise<void>[] = [];
        const take = (got: CachedKey<number>, bytes: number): void => {
          held.push(got);
          const { messages, bytes: before } = used.get(got.key) ?? { messages: 0, bytes: 0 };
          used.set(got.key, { messages: messages + 1, bytes: before + bytes });
        };
        for (const each of steps) {
          if (each.act === 'acquire') {
            const asked = cache.acquire(each.id, each.bytes, load);
            if (asked instanceof Promise) {
              const taken = asked.then((got) => take(got, each.bytes));
              pending.push(taken.catch(() => undefined));
            } else take(asked, each.bytes);
          } else if (each.act === 'release') held.splice(each.at, 1)[0]?.release();
          else if (each.act === 'clear') cache.clear();
          else if (each.act === 'wait') {
            if (each.milliseconds > 0) jest.advanceTimersByTime(each.milliseconds);
            else jest.setSystemTime(Date.now() + each.milliseconds);
          } else {
            if (each.act !== 'turn') settle(each.act === 'fail' ? new Error('no') : undefined);
            await setImmediate();
          }
          expect(held.filter(({ key }) => isZeroed(key))).toEqual([]);
        }
        settle();
        await Promise.all(pending);
        expect(held.filter(({ key }) => isZeroed(key))).toEqual([]);
        for (const { messages, bytes } of used.values()) {
          expect(messages).toBeLessThanOrEqual(3);
          expect(bytes).toBeLessThanOrEqual(100);
        }
        for (const { release } of held) release();
        cache.clear();
        expect([...used.keys()].every(isZeroed)).toBe(true);
        expect(keys.length).toBeGreaterThanOrEqual(used.size);
        expect(jest.getTimerCount()).toBe(0);
      }),
      { numRuns: process.env['SLOW'] === undefined ? 200 : 5000 },
    );
  },
);
