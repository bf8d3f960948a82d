import type { Versioned, VersionedStore } from './versioned-store';

/** For tests and for one process. */
export function createMemoryStore(): VersionedStore {
  const values = new Map<string, Versioned>();
  return {
    read: (key) => Promise.resolve(values.get(key)),
    write(key, value, seen) {
      if ((values.get(key)?.version ?? 0) !== seen) return Promise.resolve(false);
      values.set(key, { value, version: seen + 1 });
      return Promise.resolve(true);
    },
  };
}
