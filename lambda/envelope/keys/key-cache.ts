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

const SWEEP_PAUSE_MS = 1000;

interface Entry<Value> {
  readonly key: Uint8Array;
  readonly value: Value;
  readonly born: number;
  messages: number;
  bytes: number;
  leases: number;
  evicted: boolean;
}

interface Loaded<Value> {
  readonly key: Uint8Array;
  readonly value: Value;
}

/** A load on its way, and what those who wait for it will do with the key. */
interface Flight<Value> {
  entry: Promise<Entry<Value>> | undefined;
  messages: number;
  bytes: number;
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
    load: () => Promise<Loaded<Value>>,
  ): CachedKey<Value> | Promise<CachedKey<Value>> {
    const known = this.#entries.get(id);
    if (known !== undefined) {
      if (this.#serves(known, bytes)) {
        if (known !== this.#newest) this.#touch(id, known);
        known.messages += 1;
        known.bytes += bytes;
        known.leases += 1;
        return this.#lease(known);
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

  async #join(id: string, bytes: number, load: () => Promise<Loaded<Value>>): Promise<CachedKey<Value>> {
    const board = this.#flights.get(id);
    // caps hold for those who wait, too: who would exceed them waits for a key of its own
    const flight =
      board !== undefined && this.#carries(board, bytes)
        ? board
        : { entry: undefined, messages: 0, bytes: 0 };
    // counted before it lands: who waits for a key holds it already, and nobody can zero it in between
    flight.messages += 1;
    flight.bytes += bytes;
    if (flight.entry === undefined) {
      if (this.#ttl > 0) this.#flights.set(id, flight);
      flight.entry = this.#load(id, flight, load);
    }
    return this.#lease(await flight.entry);
  }

  async #load(id: string, flight: Flight<Value>, load: () => Promise<Loaded<Value>>): Promise<Entry<Value>> {
    const generation = this.#generation;
    // the time to live counts from the question: what was deleted after the answer was given must not live longer
    const born = Date.now();
    try {
      const { key, value } = await load();
      const { messages, bytes } = flight;
      const isKept = this.#ttl > 0 && generation === this.#generation;
      const entry = { key, value, born, messages, bytes, leases: messages, evicted: !isKept };
      if (isKept) this.#keep(id, entry);
      return entry;
    } finally {
      if (this.#flights.get(id) === flight) this.#flights.delete(id);
    }
  }

  /** A Map keeps the order of insertion: what was used last stands at the end. */
  #touch(id: string, entry: Entry<Value>): void {
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    this.#newest = entry;
  }

  #keep(id: string, entry: Entry<Value>): void {
    const former = this.#entries.get(id);
    if (former !== undefined) this.#evict(id, former);
    this.#touch(id, entry);
    for (const [oldest, other] of this.#entries) {
      if (this.#entries.size <= this.#settings.maxKeys) break;
      this.#evict(oldest, other);
    }
    // a key nobody asks for again must not stay for the hours a warm process lives
    this.#sweeper ??= setTimeout(() => this.#sweep(), this.#ttl).unref();
  }

  /** Zeroes what has expired, and comes back when the next key does, once a second at most. */
  #sweep(): void {
    let oldest = Infinity;
    for (const [id, entry] of this.#entries) {
      if (this.#isFresh(entry)) oldest = Math.min(oldest, entry.born);
      else this.#evict(id, entry);
    }
    const wait = Math.max(oldest + this.#ttl - Date.now(), SWEEP_PAUSE_MS);
    this.#sweeper = this.#entries.size > 0 ? setTimeout(() => this.#sweep(), wait).unref() : undefined;
  }

  /** By the wall clock, which goes on while a process is frozen; a clock set back ends the life of a key too. */
  #isFresh({ born }: Entry<Value>): boolean {
    const age = Date.now() - born;
    return age >= 0 && age < this.#ttl;
  }

  #serves(entry: Entry<Value>, bytes: number): boolean {
    return this.#isFresh(entry) && this.#carries(entry, bytes);
  }

  /** One message more, of so many bytes. */
  #carries(used: { readonly messages: number; readonly bytes: number }, bytes: number): boolean {
    const { maxMessages, maxBytes } = this.#settings;
    return used.messages < maxMessages && used.bytes + bytes <= maxBytes;
  }

  /** Of an entry in which it is counted already. */
  #lease(entry: Entry<Value>): CachedKey<Value> {
    let isHeld = true;
    const release = (): void => {
      // once: a second time would zero the key of somebody else
      if (!isHeld) return;
      isHeld = false;
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
