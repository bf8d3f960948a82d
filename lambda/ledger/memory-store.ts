import type { LedgerStore } from './ledger-store';

/** A store for tests: gone with its process. */
export class MemoryStore implements LedgerStore {
  /** What is stored, open to a test that tampers with it. */
  readonly objects = new Map<string, Uint8Array>();

  putIfAbsent(key: string, bytes: Uint8Array): Promise<'created' | 'exists'> {
    if (this.objects.has(key)) return Promise.resolve('exists');
    this.objects.set(key, Uint8Array.from(bytes));
    return Promise.resolve('created');
  }

  get(key: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.objects.get(key));
  }

  async *list(prefix: string, after = ''): AsyncGenerator<string, void, undefined> {
    await Promise.resolve();
    for (const key of [...this.objects.keys()].sort()) {
      if (key.startsWith(prefix) && key > after) yield key;
    }
  }
}
