import type { Reading, Word } from '../reading';
import { atEach, type AnchorHandler, type Recognizer } from '../recognizer';
import { endWithCity } from './towns';

// Words that name the kind of house, and what may stand between them and the house's own name
const KINDS = new Set(
  "hospital hosp ctr med hospitals clinic clinics infirmary hospice pharmacy sanatorium medical health healthcare center centre memorial children's children laboratory laboratories lab school university college institute rehab rehabilitation nursing shelter church".split(
    ' ',
  ),
);
const HEADS =
  'hospital hospitals clinic clinics infirmary hospice pharmacy sanatorium center centre healthcare health medicine laboratories laboratory school university college institute rehabilitation rehab pavilion hosp ctr elementary academy preschool daycare kindergarten home practice associates physicians'.split(
    ' ',
  );
// Before a head these make a common noun: "Medical Center", "Pain Clinic", "Urgent Care Center", "Mental Health"
const COMMON = new Set(
  'hand foot spine knee hip joint nose occupational allergy immunology neurooncology the a an this that our your his her their my in at of for from to by and or if on with medical general health mental public primary home past family social internal emergency womens women outpatient inpatient department cancer nursing electronic clinical review data current call pain sleep patient physical hospital diagnostic urgent care surgery surgical rehab rehabilitation trauma behavioral wound diabetes heart stroke oncology cardiology neurology urology dermatology orthopedic eye ear dental walk in community high middle elementary private local regional central good poor overall reproductive sexual oral global bone gut population children pediatric adult senior imaging infusion dialysis birthing burn transplant specialty outside prior previous admitting referring discharge discharged nearest level day detox testing poison control pulmonary chronic acute memory movement liver kidney vein vascular bariatric coumadin anticoagulation travel fertility memory hiv std school law new university teaching academic'.split(
    ' ',
  ),
);
const JOINERS = new Set(['of', 'the', 'and', 'for', 'at']);
const SAINTS = ['st', 'saint', 'mt', 'mount'];
const MOST_WORDS = 6;

/** Hospitals, clinics and schools by name: a place smaller than a state. "The hospital" and "a pain clinic" stay. */
export const facility: Recognizer = {
  name: 'facility',
  category: 'GEO',
  atWords: new Map([...atEach(HEADS, finding(named)), ...atEach(SAINTS, finding(saintly))]),
};

type Place = { readonly start: number; readonly end: number };

// "Nursing Home", "Family Practice": houses only behind such a word
const PAIRS = new Map([
  ['home', 'nursing care convalescent retirement rest memory'],
  ['practice', 'family group medical general dental'],
  ['associates', 'medical family pediatric cardiology orthopedic surgical dental radiology oncology'],
  ['physicians', 'family primary emergency'],
]);

function finding(place: (reading: Reading, at: number) => Place | undefined): AnchorHandler {
  return (reading, at, found) => {
    const head = reading.words[at];
    if (head?.capital !== true) return;
    const kinds = PAIRS.get(head.lower);
    if (kinds !== undefined && !kinds.split(' ').includes(reading.words[at - 1]?.lower ?? '')) return;
    const house = place(reading, at);
    if (house) found.add(house.start, house.end, 0.72);
  };
}

/** Walks back over capital words from "Hospital"; at least one of them must be the house's own. */
function named(reading: Reading, head: number): Place | undefined {
  const { text, words } = reading;
  let first = head;
  for (let at = head - 1; at >= 0 && head - at <= MOST_WORDS; at--) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined || !isOneSpace(text, word, next) || TITLED.has(word.lower))
      break;
    if (word.capital) first = at;
    else if (!JOINERS.has(word.lower) || words[at - 1]?.capital !== true) break;
  }
  while (first < head && JOINERS.has(words[first]?.lower ?? '')) first++;
  // "the general hospital" is any; "General Hospital" after "at" is one
  if (BODIES.has(words[first]?.lower ?? '') || isHeading(reading, head)) return undefined;
  const proper =
    first === head - 1 &&
    PROPER.has(words[first]?.lower ?? '') &&
    /\b(?:at|to|from|of|by|in|our|the) $/.test(
      text.slice(Math.max(0, (words[first]?.start ?? 0) - 6), words[first]?.start),
    );
  if (proper) return { start: words[first]?.start ?? 0, end: endWithCity(text, endOf(reading, head)) };
  const own = words
    .slice(first, head)
    .find((word) => !COMMON.has(word.lower) && !KINDS.has(word.lower) && !word.lexeme.wordEnding);
  const start = words.slice(first, head + 1).find((word) => !LEADS.has(word.lower))?.start;
  if (own === undefined || start === undefined) return undefined;
  return { start, end: endWithCity(text, endOf(reading, head)) };
}
// Societies and authorities, not places of care; a heading all in capitals is none either
const BODIES = new Set('american national world international european royal us federal'.split(' '));
const PROPER = new Set(
  "general memorial regional children children's community central veterans county city university medical".split(
    ' ',
  ),
);
const TITLED = new Set('dr mr mrs ms pt patient'.split(' '));
const LEADS = new Set(
  'the a an in at for from and or our this to by if on with admitted discharged referred seen transferred'.split(
    ' ',
  ),
);

/** "BRIEF HOSPITAL COURSE" */
function isHeading({ text, words }: Reading, head: number): boolean {
  const word = words[head];
  const next = words[head + 1];
  return word?.shouted === true && next?.shouted === true && isOneSpace(text, word, next);
}

function saintly(reading: Reading, at: number): Place | undefined {
  const { text, words } = reading;
  const saint = words[at];
  const name = words[at + 1];
  if (saint === undefined || name === undefined || !name.capital || name.shouted) return undefined;
  if (!/^\.?[ ]$/.test(text.slice(saint.end, name.start))) return undefined;
  // "5 Elm St Boston": a street, not a saint
  if (
    /[\p{L}\d][ ]$/u.test(text.slice(Math.max(0, saint.start - 2), saint.start)) &&
    words[at - 1]?.capital === true &&
    isOneSpace(text, words[at - 1] ?? saint, saint)
  ) {
    return undefined;
  }
  return { start: saint.start, end: endWithCity(text, endOf(reading, at + 1)) };
}

/** Takes in what follows: "'s", "Medical Center", "of Ohio". */
function endOf({ text, words }: Reading, head: number): number {
  let end = endWithPossessive(words[head]);
  for (let at = head + 1; at <= head + 4; at++) {
    const word = words[at];
    if (word === undefined || text.slice(end, word.start) !== ' ') break;
    const next = words[at + 1];
    if (
      word.capital &&
      (KINDS.has(word.lower) ||
        word.lower === 'system' ||
        word.lower === 'services' ||
        word.lower === 'group')
    ) {
      end = endWithPossessive(word);
    } else if (
      (word.lower === 'of' || word.lower === 'at' || word.lower === 'in') &&
      next?.capital === true &&
      isOneSpace(text, word, next)
    ) {
      end = endWithPossessive(next);
      at++;
    } else break;
  }
  return end;
}

function endWithPossessive(word: Word | undefined): number {
  return word === undefined ? 0 : word.possessive ? word.end + 2 : word.end;
}

function isOneSpace(text: string, word: Word, next: Word): boolean {
  const gap = text.slice(endWithPossessive(word), next.start);
  return gap === ' ' || gap === '-' || gap === '. ' || gap === ' & ' || gap === '&';
}
