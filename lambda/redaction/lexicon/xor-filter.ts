/** How a table was packed: `scripts/generate-lexicon.mjs` writes it. */
export interface Packing {
  readonly seed: number;
  /** Bits of each slot, 4 to 8: of the words never put in, one in 2 to that power is taken for one that was. */
  readonly width: number;
  /** Slots of each of the three parts. */
  readonly third: number;
}

/** Set membership in about ten bits a word (Graf and Lemire, "Xor Filters", 2020). Never no for a word that was put in. */
export class XorFilter {
  private readonly seed: number;
  private readonly width: number;
  private readonly third: number;

  constructor(
    private readonly table: Uint8Array,
    { seed, width, third }: Packing,
  ) {
    this.seed = seed;
    this.width = width;
    this.third = third;
  }

  /** Whether `word`, folded as `fold` does, was put in. */
  has(word: string): boolean {
    return this.hasHash(hashOf(word));
  }

  /** The same for a word whose `hashOf` is at hand: one pass over its letters serves every list. */
  hasHash(hash: number): boolean {
    const { width, third } = this;
    const key = keyOf(hash, this.seed);
    const bits =
      this.bitsFrom(slotOf(key, 0, third)) ^
      this.bitsFrom(slotOf(key, 1, third)) ^
      this.bitsFrom(slotOf(key, 2, third));
    return (bits & ((1 << width) - 1)) === fingerprintOf(key, width);
  }

  /** The bits of a slot, and above them some of the next. */
  private bitsFrom(slot: number): number {
    const bit = slot * this.width;
    const at = bit >>> 3;
    return ((this.table[at] ?? 0) | ((this.table[at + 1] ?? 0) << 8)) >>> (bit & 7);
  }
}

/** FNV-1a, 32 bits, over UTF-16 units. */
export function hashOf(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value;
}

/** A hash spread over all 32 bits (the final mix of MurmurHash3); another seed gives other slots. */
export function keyOf(hash: number, seed: number): number {
  let value = hash ^ seed;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

/** The slot of a key in one of the three parts of the table. */
export function slotOf(key: number, part: 0 | 1 | 2, third: number): number {
  const spread = part === 0 ? key : Math.imul(key, part === 1 ? 0x9e3779b1 : 0x85ebca77);
  // Scaled by a fraction in place of a remainder: no division
  return part * third + (((spread >>> 0) * (third / 0x1_0000_0000)) >>> 0);
}

/** What the three slots of a key give together. */
export function fingerprintOf(key: number, width: number): number {
  return Math.imul(key ^ (key >>> 15), 0xc2b2ae3d) >>> (32 - width);
}
