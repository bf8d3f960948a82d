import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { acquireMany, cacheOf, isZeroed, loads } from './cached-keys';

describe('zeroing', () => {
  test('a key in use that leaves is zeroed after its last release, not before', async () => {
    const { keys, load } = loads();
    const cache = cacheOf();
    const [one, other] = await Promise.all(acquireMany(cache, 2, load));
    cache.clear();
    one?.release();
    expect(isZeroed(keys[0])).toBe(false);
    other?.release();
    expect(isZeroed(keys[0])).toBe(true);
  });

  test('releasing twice takes no key from somebody else', async () => {
    const { keys, load } = loads();
    const cache = cacheOf();
    const [one] = await Promise.all(acquireMany(cache, 2, load));
    cache.clear();
    one?.release();
    one?.release();
    expect(isZeroed(keys[0])).toBe(false);
  });

  test('a key that leaves as it lands is whole for each of 20 who wait', async () => {
    const { load } = loads();
    const cache = cacheOf({ maxKeys: 1 });
    const waiting = acquireMany(cache, 20, load);
    const other = Promise.resolve(cache.acquire('other', 0, load));
    const seen = await Promise.all(
      waiting.map(async (each) => {
        const { key, release } = await each;
        const whole = !isZeroed(key);
        release();
        return whole;
      }),
    );
    (await other).release();
    expect(seen).toEqual(Array.from({ length: 20 }, () => true));
  });
});

describe('clear', () => {
  test('during a load: who waits has the key, who comes later has another', async () => {
    const { keys, load, settle } = loads({ wait: true });
    const cache = cacheOf();
    const before = cache.acquire('id', 0, load);
    await setImmediate();
    cache.clear();
    const after = cache.acquire('id', 0, load);
    await setImmediate();
    settle();
    expect([(await before).value, (await after).value]).toEqual([1, 2]);
    (await before).release();
    (await after).release();
    expect(keys.map(isZeroed)).toEqual([true, false]);
  });

  test('between two that ask in one go: neither has a zeroed key, and both loads are told apart', async () => {
    const { keys, load, settle } = loads({ wait: true });
    const cache = cacheOf();
    const before = acquireMany(cache, 20, load);
    cache.clear();
    const after = cache.acquire('id', 0, load);
    await setImmediate();
    settle();
    const [first, ...rest] = await Promise.all(before);
    first?.release();
    expect(rest.some(({ key }) => isZeroed(key))).toBe(false);
    for (const { release } of rest) release();
    expect((await after).value).toBe(2);
    expect(keys.map(isZeroed)).toEqual([true, false]);
    expect(cache.acquire('id', 0, load)).not.toBeInstanceOf(Promise);
  });
});

test('no timer keeps a process alive', () => {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { cacheSettings, KeyCache } from './key-cache';
        const load = async () => ({ key: new Uint8Array(32), value: 1 });
        void new KeyCache(cacheSettings()).acquire('id', 0, load);
        process.on('exit', () => console.log('ended'));`,
      resolveDir: path.resolve(__dirname, '../../../../lambda/envelope/keys'),
    },
    bundle: true,
    write: false,
    platform: 'node',
  });
  const script = outputFiles[0]?.text ?? '';
  const { stdout, status } = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect({ stdout, status }).toEqual({ stdout: 'ended\n', status: 0 });
});
