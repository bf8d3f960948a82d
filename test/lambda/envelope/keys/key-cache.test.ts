import { setImmediate } from 'node:timers/promises';
import { CACHE_LIMITS, cacheSettings } from '../../../../lambda/envelope/keys/key-cache';
import { acquireMany, cacheOf, isZeroed, loads, TTL } from './cached-keys';

describe('single flight', () => {
  test('20 who ask for a cold key at once cause one load', async () => {
    const { keys, load } = loads();
    const held = await Promise.all(acquireMany(cacheOf(), 20, load));
    expect(keys).toHaveLength(1);
    expect(held.every(({ key }) => key === keys[0])).toBe(true);
  });

  test('a warm key is there at once, without a promise', async () => {
    const { load } = loads();
    const cache = cacheOf();
    await cache.acquire('id', 0, load);
    expect(cache.acquire('id', 0, load)).not.toBeInstanceOf(Promise);
  });

  test('other ids have loads of their own', async () => {
    const { keys, load } = loads();
    const cache = cacheOf();
    await Promise.all(['one', 'other'].map(async (id) => cache.acquire(id, 0, load)));
    expect(keys).toHaveLength(2);
  });

  test('a failed load fails all who wait, and the next one asks again', async () => {
    const { keys, load, settle } = loads({ wait: true });
    const cache = cacheOf();
    const asked = acquireMany(cache, 20, load);
    await setImmediate();
    settle(new Error('no'));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    const again = cache.acquire('id', 0, load);
    settle();
    expect((await again).value).toBe(2);
    expect(keys).toHaveLength(2);
  });

  test('nothing is cached with a time to live of 0: each use has a key of its own, zeroed after it', async () => {
    const { keys, load } = loads();
    const held = await Promise.all(acquireMany(cacheOf({ ttlSeconds: 0 }), 3, load));
    expect(keys).toHaveLength(3);
    for (const { release } of held) release();
    expect(keys.every(isZeroed)).toBe(true);
  });
});

describe('time to live', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  test.each([
    [TTL - 1, 1],
    [TTL, 2],
    [-1, 2],
  ])('a clock that moved by %i ms makes it %i loads', async (moved, expected) => {
    const { keys, load } = loads();
    const cache = cacheOf();
    (await cache.acquire('id', 0, load)).release();
    jest.setSystemTime(Date.now() + moved);
    (await cache.acquire('id', 0, load)).release();
    expect(keys).toHaveLength(expected);
  });

  test('counts from the question, not from the answer', async () => {
    const { keys, load, settle } = loads({ wait: true });
    const cache = cacheOf();
    const slow = cache.acquire('id', 0, load);
    jest.setSystemTime(Date.now() + TTL - 1);
    settle();
    (await slow).release();
    expect(cache.acquire('id', 0, load)).not.toBeInstanceOf(Promise);
    jest.setSystemTime(Date.now() + 1);
    expect(cache.acquire('id', 0, load)).toBeInstanceOf(Promise);
    settle();
    expect(keys).toHaveLength(2);
  });

  test('a key that nobody asks for again is zeroed when its time is over', async () => {
    const { keys, load } = loads();
    const cache = cacheOf();
    (await cache.acquire('early', 0, load)).release();
    jest.advanceTimersByTime(TTL / 2);
    (await cache.acquire('late', 0, load)).release();
    jest.advanceTimersByTime(TTL / 2 - 1);
    expect(keys.map(isZeroed)).toEqual([false, false]);
    jest.advanceTimersByTime(1);
    expect(keys.map(isZeroed)).toEqual([true, false]);
    jest.advanceTimersByTime(TTL / 2);
    expect(keys.map(isZeroed)).toEqual([true, true]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('the sweep does not take a key from who holds it', async () => {
    const { keys, load } = loads();
    const held = await cacheOf().acquire('id', 0, load);
    jest.advanceTimersByTime(2 * TTL);
    expect(isZeroed(keys[0])).toBe(false);
    held.release();
    expect(isZeroed(keys[0])).toBe(true);
  });
});

describe('least recently used', () => {
  test('the key unused for longest leaves, and is zeroed', async () => {
    const { keys, load } = loads();
    const cache = cacheOf({ maxKeys: 2 });
    for (const id of ['a', 'b', 'a', 'c']) (await cache.acquire(id, 0, load)).release();
    expect(keys.map(isZeroed)).toEqual([false, true, false]);
    expect(cache.acquire('a', 0, load)).not.toBeInstanceOf(Promise);
    expect(cache.acquire('b', 0, load)).toBeInstanceOf(Promise);
  });

  test('as many keys as are allowed stay', async () => {
    const { keys, load } = loads();
    const cache = cacheOf({ maxKeys: 3 });
    for (const id of ['a', 'b', 'c']) (await cache.acquire(id, 0, load)).release();
    expect(keys.some(isZeroed)).toBe(false);
  });
});

describe('caps', () => {
  test.each([
    [10, 1],
    [11, 2],
  ])('%i messages of 10 allowed for a key take %i keys', async (messages, expected) => {
    const { keys, load } = loads();
    const cache = cacheOf({ maxMessages: 10 });
    for (let at = 0; at < messages; at++) (await cache.acquire('id', 1, load)).release();
    expect(keys).toHaveLength(expected);
  });

  test.each([
    [50, 1],
    [51, 2],
  ])('50 bytes and then %i, of 100 allowed for a key, take %i keys', async (bytes, expected) => {
    const { keys, load } = loads();
    const cache = cacheOf({ maxBytes: 100 });
    (await cache.acquire('id', 50, load)).release();
    (await cache.acquire('id', bytes, load)).release();
    expect(keys).toHaveLength(expected);
  });

  test.each([
    [20, 10, 2],
    [20, 20, 1],
    [3, 1, 3],
  ])('%i who wait at once, %i messages allowed, have %i keys', async (count, maxMessages, expected) => {
    const { keys, load } = loads();
    await Promise.all(acquireMany(cacheOf({ maxMessages }), count, load));
    expect(keys).toHaveLength(expected);
  });

  test('bytes of those who wait at once count, too', async () => {
    const { keys, load } = loads();
    await Promise.all(acquireMany(cacheOf({ maxBytes: 100 }), 4, load, 50));
    expect(keys).toHaveLength(2);
  });

  test('of two keys that land under one id the former is zeroed when it is no longer used', async () => {
    const { keys, load } = loads();
    const held = await Promise.all(acquireMany(cacheOf({ maxMessages: 1 }), 2, load));
    for (const { release } of held) release();
    expect(keys.map(isZeroed)).toEqual([true, false]);
  });

  test('a message of more bytes than a key may seal has a key of its own', async () => {
    const { keys, load } = loads();
    const cache = cacheOf({ maxBytes: 100 });
    for (const bytes of [1, 101, 1]) (await cache.acquire('id', bytes, load)).release();
    expect(keys).toHaveLength(3);
  });
});

describe('settings', () => {
  test.each([
    ['ttlSeconds', -1, 0, 300, 301],
    ['maxKeys', 0, 1, 100_000, 100_001],
    ['maxMessages', 0, 1, 2 ** 32, 2 ** 32 + 1],
    ['maxBytes', 0, 1, 2 ** 40, 2 ** 40 + 1],
  ] as const)('%s: %i is refused, %i and %i are taken, %i is refused', (name, below, least, most, above) => {
    for (const value of [least, most]) expect(cacheSettings({ [name]: value })[name]).toBe(value);
    for (const value of [below, above, 1.5, Number.NaN]) {
      const text = `cache.${name} is ${value}; give a whole number from ${least} to ${most}`;
      expect(() => cacheSettings({ [name]: value })).toThrow(new RangeError(text));
    }
  });

  test('what holds when nothing is said is what the type says', () => {
    const { ttlSeconds, maxKeys, maxMessages, maxBytes } = CACHE_LIMITS;
    expect([ttlSeconds, maxKeys, maxMessages, maxBytes].map(({ fallback }) => fallback)).toEqual([
      300,
      1000,
      10_000,
      2 ** 30,
    ]);
    expect(cacheSettings()).toEqual({
      ttlSeconds: 300,
      maxKeys: 1000,
      maxMessages: 10_000,
      maxBytes: 2 ** 30,
    });
  });
});
