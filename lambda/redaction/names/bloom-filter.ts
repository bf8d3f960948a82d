/** Set membership in a few bits per word. May answer yes for a word that was never put in; never no for one that was. */
export class BloomFilter {
  constructor(
    private readonly bits: Uint8Array,
    private readonly probes: number,
  ) {}

  has(word: string): boolean {
    const size = this.bits.length * 8;
    let at = hash(word, 0x811c9dc5);
    const step = hash(word, 0x9747b28c) | 1;
    for (let probe = 0; probe < this.probes; probe++) {
      const bit = at % size;
      if (((this.bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
      at = (at + step) >>> 0;
    }
    return true;
  }
}

/** FNV-1a with a final mix; scripts/generate-name-list.mjs holds the same one. */
function hash(word: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
