import type { BodyStore } from './body-store';

/** For tests: what was sealed, by its key. */
export class MemoryBodies implements BodyStore {
  readonly bodies = new Map<string, Uint8Array>();

  put(key: string, bytes: Uint8Array): Promise<void> {
    if (this.bodies.has(key)) return Promise.reject(new Error('a body is written once'));
    this.bodies.set(key, bytes);
    return Promise.resolve();
  }

  get(key: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.bodies.get(key));
  }
}
