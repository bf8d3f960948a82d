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
  constructor(
    private readonly table: Uint8Array,
    private readonly packing: Packing,
  ) {}

  /** Whether `word`, folded as `fold` does, was put in. */
  has(word: string): boolean {
    return this.hasHash(hashOf(word));
  }

  /** The same for a word whose `hashOf` is at hand: one pass over its letters serves every list. */
  hasHash(hash: number): boolean {
    const { table } = this;
    const { seed, width, third } = this.packing;
    const key = keyOf(hash, seed);
    const bits =
      readSlot(table, width, slotOf(key, 0, third)) ^
      readSlot(table, width, slotOf(key, 1, third)) ^
      readSlot(table, width, slotOf(key, 2, third));
    return bits === fingerprintOf(key, width);
  }
}

function readSlot(table: Uint8Array, width: number, slot: number): number {
  const bit = slot * width;
  const pair = (table[bit >>> 3] ?? 0) | ((table[(bit >>> 3) + 1] ?? 0) << 8);
  return (pair >>> (bit & 7)) & ((1 << width) - 1);
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

const SPREAD = [1, 0x9e3779b1, 0x85ebca77] as const;

/** The slot of a key in one of the three parts of the table. */
export function slotOf(key: number, part: 0 | 1 | 2, third: number): number {
  const spread = Math.imul(key, SPREAD[part]) >>> 0;
  // Scaled by a fraction in place of a remainder: no division
  return part * third + Math.floor((spread * third) / 0x1_0000_0000);
}

/** What the three slots of a key give together. */
export function fingerprintOf(key: number, width: number): number {
  return Math.imul(key ^ (key >>> 15), 0xc2b2ae3d) >>> (32 - width);
}
