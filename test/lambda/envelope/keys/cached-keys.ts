import {
  cacheSettings,
  KeyCache,
  type CachedKey,
  type KeyCacheProps,
} from '../../../../lambda/envelope/keys/key-cache';

export const TTL_SECONDS = 60;
export const TTL = TTL_SECONDS * 1000;

export interface Loads {
  readonly keys: Uint8Array[];
  readonly load: () => Promise<{ readonly key: Uint8Array; readonly value: number }>;
  /** Lets the loads on their way arrive, or fail. */
  readonly settle: (error?: Error) => void;
}

/** Keys of ones, so that a zeroed one shows; each load waits to be settled when it is told to. */
export function loads({ wait = false } = {}): Loads {
  const keys: Uint8Array[] = [];
  const waiting: ((error?: Error) => void)[] = [];
  return {
    keys,
    async load() {
      const key = new Uint8Array(32).fill(1);
      keys.push(key);
      const value = keys.length;
      if (wait) {
        await new Promise<void>((resolve, reject) => {
          waiting.push((error) => (error === undefined ? resolve() : reject(error)));
        });
      }
      return { key, value };
    },
    settle(error) {
      for (const each of waiting.splice(0)) each(error);
    },
  };
}

export const cacheOf = (props: KeyCacheProps = {}): KeyCache<number> =>
  new KeyCache<number>(cacheSettings({ ttlSeconds: TTL_SECONDS, ...props }));
export const isZeroed = (key: Uint8Array | undefined): boolean => key?.every((byte) => byte === 0) ?? false;

export function acquireMany(
  cache: KeyCache<number>,
  count: number,
  load: Loads['load'],
  bytes = 0,
): Promise<CachedKey<number>>[] {
  return Array.from({ length: count }, async () => cache.acquire('id', bytes, load));
}
