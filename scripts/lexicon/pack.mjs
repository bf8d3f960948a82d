// Packs words into the table that lambda/redaction/lexicon/xor-filter.ts reads
import { XorFilter, fingerprintOf, hashOf, keyOf, slotOf } from './engine.mjs';

const PARTS = [0, 1, 2];

/**
 * @param spared words that the table must not hold by accident either
 * @returns {{ seed: number, width: number, third: number, table: string }} the table in base64
 */
export function pack(words, width, spared = []) {
  const hashes = [...new Set([...words].map(hashOf))];
  // 1.23 slots a word: below that, hardly any seed lets the words be peeled off one by one
  const third = Math.ceil((hashes.length * 1.23 + 32) / 3);
  for (let seed = 1; seed < 1000; seed++) {
    const keys = hashes.map((hash) => keyOf(hash, seed));
    const order = peel(keys, third);
    if (order === undefined) continue;
    const table = squeeze(fill(order, third, width), width);
    const filter = new XorFilter(table, { seed, width, third });
    if (spared.some((word) => filter.has(word))) continue;
    return { seed, width, third, table: table.toString('base64') };
  }
  throw new Error('no seed packs these words');
}

function peel(keys, third) {
  const count = new Uint32Array(third * 3);
  const mixed = new Int32Array(third * 3);
  for (const key of keys) {
    for (const part of PARTS) {
      count[slotOf(key, part, third)]++;
      mixed[slotOf(key, part, third)] ^= key;
    }
  }
  const order = [];
  const alone = [...count.keys()].filter((slot) => count[slot] === 1);
  for (let slot = alone.pop(); slot !== undefined; slot = alone.pop()) {
    if (count[slot] !== 1) continue;
    const key = mixed[slot];
    order.push({ key, slot });
    for (const other of PARTS.map((part) => slotOf(key, part, third))) {
      mixed[other] ^= key;
      if (--count[other] === 1) alone.push(other);
    }
  }
  return order.length === keys.length ? order : undefined;
}

function fill(order, third, width) {
  const table = new Uint8Array(third * 3);
  for (const { key, slot } of order.reverse()) {
    table[slot] = PARTS.reduce(
      (bits, part) => bits ^ table[slotOf(key, part, third)],
      fingerprintOf(key, width),
    );
  }
  return table;
}

/** Slots of `width` bits side by side, the lowest bit first. */
function squeeze(slots, width) {
  const bytes = Buffer.alloc(Math.ceil((slots.length * width) / 8));
  slots.forEach((bits, slot) => {
    for (let bit = 0; bit < width; bit++) {
      const at = slot * width + bit;
      bytes[at >>> 3] |= ((bits >>> bit) & 1) << (at & 7);
    }
  });
  return bytes;
}
