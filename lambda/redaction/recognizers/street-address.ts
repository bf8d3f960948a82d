import { localityAfter, numberBefore, withUnits } from './address-parts';
import { DIGIT, isUpper, kindAt, LETTER, LETTER_CLASS, Signs, WORD_SIGNS } from '../letters';
import type { Reading } from '../reading';
import { atEach, endOfMatch, type AnchorHandler, type Findings, type Recognizer } from '../recognizer';

const JOINED = new Signs(`${WORD_SIGNS}/.$-`);
const PARTED = new Signs(' ,-');
const LETTERS = new Signs(WORD_SIGNS.replaceAll(/[\d_]/g, ''));

const CAPITAL = String.raw`[A-Z\u00c0-\u00de][${LETTER_CLASS}'.&-]{0,24}`;
// What US Postal Service publication 28 lists and people write; "View" or "Light" alone make too many streets of findings
const STREET = (
  'St Street Ave Avenue Blvd Boulevard Rd Road Dr Drive Ln Lane Ct Court Way Nagar Marg Pl Place Ter Terrace Pkwy Parkway Hwy Highway Cir ' +
  'Circle Sq Square Trl Trail Plaza Loop Run Row Alley Crossing Xing Pike Bypass Gardens? Heights Hts Point Ridge Hill Creek ' +
  'Close Crescent Grove Mews Route Rte Expressway Freeway Turnpike Path Walk Cove Landing Broadway Manor Meadows? Park Vista ' +
  'Estates? Valley Commons? Village Springs? Glen Isle Island Mills? Motorway Mountain Orchard Passage Pines? Plains? Prairie ' +
  'Ramp Ranch Rapids River Shoals? Shores? Skyway Spurs? Station Stream Summit Throughway Tunnel Underpass Viaduct Bluffs? ' +
  'Brooks? Canyon Causeway Cliffs? Corners? Crest Dale Divide Falls? Ferry Forest Forges? Forks? Gateway Greens? Harbors? Haven ' +
  'Hollow Inlet Junctions? Knolls? Lakes? Lodge Mall Neck Ports?'
)
  .split(' ')
  .join('|');
const UNIT = String.raw`(?:,?[ \n]{1,2}(?:Apt|Apartment|Suite|Ste|Unit|Bldg|Building|Floor|Fl|Rm|Room|Lot|Box|#)\.?[ ]?#?[A-Za-z0-9-]{1,8})?`;
const COMPASS = String.raw`(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.?[ ])?`;
const ADDRESS = new RegExp(
  String.raw`\d{1,6}[A-Za-z]?(?:-\d{1,5})?,?[ ]${COMPASS}(?:(?:${CAPITAL}|\d{1,3}(?:st|nd|rd|th))[ ]{1,2}){0,4}(?:${STREET})(?![${LETTER_CLASS}\d])\.?(?:[ ](?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\b)?${UNIT}`,
  'y',
);
// "unit 4526 box 0671", "4416 Jonesberg Suite 12": no street word, but a unit
const UNIT_ONLY = new RegExp(
  String.raw`\d{1,6}[ ](?:${CAPITAL}[ ]){1,4}(?:Apt|Apartment|Suite|Ste)\.?[ ]?#?[A-Za-z0-9-]{1,8}`,
  'y',
);
const HOME = new RegExp(
  String.raw`\d{1,6}[A-Za-z]?[ ]${COMPASS}(?:${CAPITAL}|\d{1,3}(?:st|nd|rd|th))(?:[ ]${CAPITAL}){0,3}${UNIT}`,
  'y',
);
const HOME_CUE =
  /(?:\b(?:lives?|living|lived|resid(?:es?|ed|ing)|address|moved|located|home|house)\b[^\d\n.\0]{0,14}|\baddress[ ]{0,3}[:=][ ]{0,12})$/i;
const PO_BOX = /(?:P\.?[ ]?O\.?|Post[ ]Office)[ ]?Box[ ]\d{1,7}/iy;
const MILITARY =
  /(?:(?:unit|psc|cmr)[ ]\d{1,6}[ ,\n]{1,3}box[ ]\d{1,6}|(?:uss|usns|uscgc)[ ][A-Za-z]{2,20}[ ,\n]{1,3}(?=(?:fpo|apo|dpo)))/iy;
const MILITARY_OFFICE = /(?:fpo|apo|dpo)[ ,]{1,2}(?:aa|ae|ap)[ ,]{1,2}\d{5}/iy;
// The line below a street: town, state, ZIP code
const TOWN_BELOW = new RegExp(
  String.raw`[,\n ]{1,3}((?:${CAPITAL}[ ]?){1,3}),?[ ](?:[A-Z]{2}|(?:${CAPITAL}[ ]?){1,2})[ ,]{1,2}\d{5}(?:-\d{4})?(?!\d)`,
  'y',
);
// "12 Elm St, Springfield": the town alone, at the end of a phrase
const TOWN_AFTER = new RegExp(
  String.raw`,[ ](?:${CAPITAL})(?:[ ]${CAPITAL}){0,2}(?=[,.;)]|[ ][a-z]|\n|$)`,
  'y',
);
const ROOM_WORDS = ['po', 'post', 'p'];
const MILITARY_HEADS = ['unit', 'psc', 'cmr', 'uss', 'usns', 'uscgc'];
const MILITARY_OFFICES = ['fpo', 'apo', 'dpo'];
const SCORE = 0.88;
const SPACE = 32;
const COMMA = 44;
const HYPHEN = 45;

/**
 * House number and street, and post boxes; the town below as a `place`, apart from the street, as a limited data set keeps
 * towns and ZIP codes.
 */
export const streetAddress: Recognizer = {
  name: 'street-address',
  category: 'GEO',
  atDigits(reading, at, found) {
    const end = streetEnd(reading, at, found.covered);
    if (end < 0) return;
    const { text } = reading;
    const units = withUnits(text, end);
    found.add(numberBefore(text, reading.digits[at]?.start ?? 0), units, SCORE);
    const below = localityAfter(text, units);
    if (below) found.add(below.start, below.end, SCORE, 'GEO', 'place');
    const town = Math.max(endOfMatch(TOWN_BELOW, text, units), endOfMatch(TOWN_AFTER, text, units));
    if (town >= 0) {
      const gap = /^[,\s]+/.exec(text.slice(units, units + 4))?.[0].length ?? 0;
      found.add(units + gap, town, SCORE, 'GEO', 'place');
    }
  },
  atWords: new Map([
    ...atEach(ROOM_WORDS, matching(PO_BOX)),
    ...atEach(MILITARY_HEADS, matching(MILITARY)),
    ...atEach(MILITARY_OFFICES, matching(MILITARY_OFFICE)),
  ]),
};

/** Where the street ends that begins with this number, or -1. */
function streetEnd({ text, digits }: Reading, at: number, covered: number): number {
  const run = digits[at];
  if (run === undefined) return -1;
  const { start, end } = run;
  if (start < covered || end - start > 6 || !mayGoOn(text, end)) return -1;
  if (JOINED.at(text, start - 1)) return -1;
  if (!PARTED.at(text, end) && !(LETTERS.at(text, end) && PARTED.at(text, end + 1))) return -1;
  let street = endOfMatch(ADDRESS, text, start);
  if (street < 0) street = endOfMatch(UNIT_ONLY, text, start);
  if (street >= 0 && !isMeasure(text.slice(start, street))) return street;
  if (!HOME_CUE.test(text.slice(Math.max(0, start - 28), start))) return -1;
  return street >= 0 ? street : endOfMatch(HOME, text, start);
}

/** "2 View chest", "3 Point gait", "1 Unit": a small number before a word that only may be a street. */
function isMeasure(street: string): boolean {
  return /^\d{1,2}[ ]\p{L}+\.?$/u.test(street);
}

function matching(pattern: RegExp): AnchorHandler {
  return ({ text, words }: Reading, at: number, found: Findings) => {
    const start = words[at]?.start ?? 0;
    const end = endOfMatch(pattern, text, start);
    if (end >= 0) found.add(numberBefore(text, start), withUnits(text, end), SCORE);
  };
}

/** A letter, a comma or a space, and a capital, a digit or a sign soon after: most numbers in a note have none of them. */
function mayGoOn(text: string, end: number): boolean {
  for (let at = end; at < end + 4; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE || unit === COMMA || unit === HYPHEN) continue;
    return at > end ? isUpper(text, at) || kindAt(text, at) === DIGIT : kindAt(text, at) === LETTER;
  }
  return false;
}
