/** All optional; what is out of range is a `RangeError`. */
export interface KeyCacheProps {
  /**
   * Seconds a key is used for: 0 (nothing is cached) to 300. Disabling a key or shredding a tenant takes effect everywhere
   * only when this time is over.
   * @default 300
   */
  readonly ttlSeconds?: number;
  /**
   * Keys held at most: 1 to 100,000. The one unused for longest goes first.
   * @default 1000
   */
  readonly maxKeys?: number;
  /**
   * Messages sealed with one data key of KMS: 1 to 2^32.
   * @default 10_000
   */
  readonly maxMessages?: number;
  /**
   * Bytes of plaintext sealed with one data key of KMS: 1 to 2^40. A stream counts as one message; its bytes do not.
   * @default 1 GiB
   */
  readonly maxBytes?: number;
}

/** Least and most of each setting of a cache, and what holds when nothing is said. */
export const CACHE_LIMITS = {
  ttlSeconds: { least: 0, most: 300, fallback: 300 },
  maxKeys: { least: 1, most: 100_000, fallback: 1000 },
  maxMessages: { least: 1, most: 2 ** 32, fallback: 10_000 },
  maxBytes: { least: 1, most: 2 ** 40, fallback: 2 ** 30 },
} as const;

/** @throws RangeError naming the setting, what was given and what is allowed */
export function cacheSettings(props: KeyCacheProps = {}): Required<KeyCacheProps> {
  const setting = (name: keyof typeof CACHE_LIMITS): number => {
    const { least, most, fallback } = CACHE_LIMITS[name];
    const value = props[name] ?? fallback;
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new RangeError(`cache.${name} is ${value}; give a whole number from ${least} to ${most}`);
  };
  return {
    ttlSeconds: setting('ttlSeconds'),
    maxKeys: setting('maxKeys'),
    maxMessages: setting('maxMessages'),
    maxBytes: setting('maxBytes'),
  };
}

interface Entry<Value> {
  readonly key: Uint8Array;
  readonly value: Value;
  readonly born: number;
  messages: number;
  bytes: number;
  leases: number;
  evicted: boolean;
}

interface Flight<Value> {
  readonly entry: Promise<Entry<Value>>;
  waiting: number;
}

/** A key in use: it is not zeroed before it is released, even if it leaves the cache meanwhile. */
export interface CachedKey<Value> {
  readonly key: Uint8Array;
  readonly value: Value;
  readonly release: () => void;
}

/**
 * Plaintext keys by id: single flight on a cold id, oldest use out first, zeroed when they leave and nobody uses them.
 *
 * Zeroing is best effort. It clears the one buffer that is held here; the copies which the AWS SDK made while it read the
 * answer of KMS stay in the heap until the memory is used again. What limits the damage is the time to live, and that a
 * production process writes no heap dump and opens no inspector.
 */
export class KeyCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #flights = new Map<string, Flight<Value>>();
  readonly #settings: Required<KeyCacheProps>;
  readonly #ttl: number;
  /** What stands at the end; it may have left meanwhile. */
  #newest: Entry<Value> | undefined;
  #sweeper: NodeJS.Timeout | undefined;
  #generation = 0;

  constructor(settings: Required<KeyCacheProps>) {
    this.#settings = settings;
    this.#ttl = settings.ttlSeconds * 1000;
  }

  /**
   * The key under this id, from the cache or from `load`, which is called once for all who ask meanwhile. If it fails, all
   * of them fail, and nothing is kept.
   *
   * @param bytes to be sealed with the key; 0 for opening
   */
  acquire(
    id: string,
    bytes: number,
    load: () => Promise<{ readonly key: Uint8Array; readonly value: Value }>,
  ): CachedKey<Value> | Promise<CachedKey<Value>> {
    const known = this.#entries.get(id);
    if (known !== undefined) {
      if (this.#serves(known, bytes)) {
        if (known !== this.#newest) this.#touch(id, known);
        known.leases += 1;
        return this.#lease(known, bytes);
      }
      this.#evict(id, known);
    }
    return this.#join(id, bytes, load);
  }

  /** Drops every key; those in use are zeroed when they are released. What is being loaded now is not kept. */
  clear(): void {
    this.#generation += 1;
    for (const [id, entry] of this.#entries) this.#evict(id, entry);
    this.#flights.clear();
    clearTimeout(this.#sweeper);
    this.#sweeper = undefined;
  }

  async #join(
    id: string,
    bytes: number,
    load: () => Promise<{ readonly key: Uint8Array; readonly value: Value }>,
  ): Promise<CachedKey<Value>> {
    let flight = this.#flights.get(id);
    if (flight === undefined) {
      flight = { entry: this.#load(id, load), waiting: 0 };
      if (this.#ttl > 0) this.#flights.set(id, flight);
    }
    // counted before it lands: who waits for a key holds it already, and nobody can zero it in between
    flight.waiting += 1;
    return this.#lease(await flight.entry, bytes);
  }

  async #load(
    id: string,
    load: () => Promise<{ readonly key: Uint8Array; readonly value: Value }>,
  ): Promise<Entry<Value>> {
    const generation = this.#generation;
    // lets the caller put the flight on the board first, so that it is always there to be taken off
    await Promise.resolve();
    const flight = this.#flights.get(id);
    try {
      const { key, value } = await load();
      const entry: Entry<Value> = {
        key,
        value,
        born: Date.now(),
        messages: 0,
        bytes: 0,
        leases: flight?.waiting ?? 1,
        evicted: this.#ttl === 0 || generation !== this.#generation,
      };
      if (!entry.evicted) this.#keep(id, entry);
      return entry;
    } finally {
      if (flight !== undefined && this.#flights.get(id) === flight) this.#flights.delete(id);
    }
  }

  /** A Map keeps the order of insertion: what was used last stands at the end. */
  #touch(id: string, entry: Entry<Value>): void {
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    this.#newest = entry;
  }

  #keep(id: string, entry: Entry<Value>): void {
    this.#touch(id, entry);
    for (const [oldest, other] of this.#entries) {
      if (this.#entries.size <= this.#settings.maxKeys) break;
      this.#evict(oldest, other);
    }
    // a key nobody asks for again must not stay for the hours a warm process lives
    this.#sweeper ??= setTimeout(() => this.#sweep(), this.#ttl).unref();
  }

  #sweep(): void {
    this.#sweeper = undefined;
    for (const [id, entry] of this.#entries) if (!this.#isFresh(entry)) this.#evict(id, entry);
    if (this.#entries.size > 0) this.#sweeper = setTimeout(() => this.#sweep(), this.#ttl).unref();
  }

  /** By the wall clock, which goes on while a process is frozen; a clock set back ends the life of a key too. */
  #isFresh({ born }: Entry<Value>): boolean {
    const age = Date.now() - born;
    return age >= 0 && age < this.#ttl;
  }

  #serves(entry: Entry<Value>, bytes: number): boolean {
    const { maxMessages, maxBytes } = this.#settings;
    return this.#isFresh(entry) && entry.messages < maxMessages && entry.bytes + bytes <= maxBytes;
  }

  #lease(entry: Entry<Value>, bytes: number): CachedKey<Value> {
    entry.messages += 1;
    entry.bytes += bytes;
    const release = (): void => {
      entry.leases -= 1;
      if (entry.evicted && entry.leases === 0) entry.key.fill(0);
    };
    return { key: entry.key, value: entry.value, release };
  }

  #evict(id: string, entry: Entry<Value>): void {
    this.#entries.delete(id);
    entry.evicted = true;
    if (entry.leases === 0) entry.key.fill(0);
  }
}
