import { XorFilter, hashOf } from '../../../../lambda/redaction/lexicon/xor-filter';

// One word in three parts of one slot: whatever the slots, their bits together are the word's fingerprint or are not
const filterOf = (...bits: [number, number, number]): XorFilter =>
  new XorFilter(Uint8Array.from(bits), { seed: 1, width: 8, third: 1 });

test('holds a word for which the slots give the fingerprint, in any part', () => {
  const held = Array.from({ length: 256 }, (_, bits) => bits).filter((bits) =>
    filterOf(bits, 0, 0).has('ana'),
  );

  expect(held).toHaveLength(1);
  expect(filterOf(0, held[0] ?? 0, 0).has('ana')).toBe(true);
  expect(filterOf(0, 0, held[0] ?? 0).has('ana')).toBe(true);
});

test('looks up the same by a word and by its hash', () => {
  const filter = filterOf(3, 141, 59);
  for (const word of ['', 'ana', 'rivera', 'łukasz']) {
    expect(filter.hasHash(hashOf(word))).toBe(filter.has(word));
  }
});

test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('hashes "%s" as the FNV-1a test suite does', (word, hash) => {
  expect(hashOf(word) >>> 0).toBe(hash);
});

test('of slots narrower than a byte, reads the bits that are theirs', () => {
  const filterOfFour = (bits: number, rest: number): XorFilter =>
    new XorFilter(Uint8Array.from([bits | (rest << 4), rest]), { seed: 1, width: 4, third: 1 });
  const held = Array.from({ length: 16 }, (_, bits) => bits).filter((bits) =>
    filterOfFour(bits, 5).has('ana'),
  );

  // the two other slots hold the same bits, so they cancel
  expect(held).toHaveLength(1);
  expect(filterOfFour(held[0] ?? 0, 9).has('ana')).toBe(true);
});
