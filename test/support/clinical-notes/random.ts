const CAPITALS = 'ACDEFGHJKMNPQRTUVWXY'.split('');
const HEXADECIMAL = '0123456789abcdef'.split('');

/** A seeded source of chance: the same seed gives the same notes on every machine (mulberry32, public domain). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 inclusive to 1 exclusive. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Both ends inclusive. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from: give a list with entries');
    return list[this.between(0, list.length - 1)] as T;
  }

  /** Different entries of the list, in the order of chance. */
  several<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(this.between(0, left.length - 1), 1),
    ).flat();
  }

  /** Fills a shape: `#` is a digit, `@` a capital letter that no digit looks like, `~` a hexadecimal digit. */
  shaped(shape: string): string {
    return shape.replace(/[#@~]/gu, (sign) => {
      if (sign === '#') return String(this.between(0, 9));
      return this.pick(sign === '@' ? CAPITALS : HEXADECIMAL);
    });
  }
}
