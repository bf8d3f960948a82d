import { matchAt, type Recognizer } from '../recognizer';
import type { Reading } from '../reading';
import type { Span } from '../span';

const CAPITAL = String.raw`[A-Z\u00c0-\u00de][\p{L}'.&-]{0,24}`;
// What US Postal Service publication 28 lists and people write; "View" or "Light" alone make too many streets of findings
const STREET = (
  'St Street Ave Avenue Blvd Boulevard Rd Road Dr Drive Ln Lane Ct Court Way Pl Place Ter Terrace Pkwy Parkway Hwy Highway Cir ' +
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
  String.raw`\d{1,6}[A-Za-z]?(?:-\d{1,5})?,?[ ]${COMPASS}(?:(?:${CAPITAL}|\d{1,3}(?:st|nd|rd|th))[ ]){0,4}(?:${STREET})(?![\p{L}\d])\.?(?:[ ](?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\b)?${UNIT}`,
  'uy',
);
// "unit 4526 box 0671", "4416 Jonesberg Suite 12": no street word, but a unit
const UNIT_ONLY = new RegExp(
  String.raw`\d{1,6}[ ](?:${CAPITAL}[ ]){1,4}(?:Apt|Apartment|Suite|Ste)\.?[ ]?#?[A-Za-z0-9-]{1,8}`,
  'uy',
);
const HOME = new RegExp(
  String.raw`\d{1,6}[A-Za-z]?[ ]${COMPASS}(?:${CAPITAL}|\d{1,3}(?:st|nd|rd|th))(?:[ ]${CAPITAL}){0,3}${UNIT}`,
  'uy',
);
const HOME_CUE =
  /(?:\b(?:lives?|living|lived|resid(?:es?|ed|ing)|address|moved|located|home|house)\b[^\d\n.\0]{0,14}|\baddress[ ]{0,3}[:=][ ]{0,12})$/i;
const PO_BOX = /(?:P\.?[ ]?O\.?|Post[ ]Office)[ ]?Box[ ]\d{1,7}/iy;
const MILITARY =
  /(?:(?:unit|psc|cmr)[ ]\d{1,6}[ ,\n]{1,3}box[ ]\d{1,6}|(?:uss|usns|uscgc)[ ][\p{L}]{2,20}[ ,\n]{1,3}(?=(?:fpo|apo|dpo)))/iuy;
const MILITARY_OFFICE = /(?:fpo|apo|dpo)[ ,]{1,2}(?:aa|ae|ap)[ ,]{1,2}\d{5}/iy;
// The line below a street: town, state, ZIP code
const TOWN_BELOW = new RegExp(
  String.raw`[,\n ]{1,3}((?:${CAPITAL}[ ]?){1,3}),?[ ](?:[A-Z]{2}|(?:${CAPITAL}[ ]?){1,2})[ ,]{1,2}\d{5}(?:-\d{4})?(?!\d)`,
  'uy',
);
// "12 Elm St, Springfield": the town alone, at the end of a phrase
const TOWN_AFTER = new RegExp(
  String.raw`,[ ](?:${CAPITAL})(?:[ ]${CAPITAL}){0,2}(?=[,.;)]|[ ][a-z]|\n|$)`,
  'uy',
);
const ROOM_WORDS = new Set(['po', 'post', 'p']);

/** House number and street, post boxes, and the town line that follows them. */
export const streetAddress: Recognizer = {
  name: 'street-address',
  find: (reading) => [...streets(reading), ...boxes(reading)],
};

function span(start: number, end: number): Span {
  return { start, end, category: 'GEO', detector: 'street-address', score: 0.88 };
}

function streets({ text, digits }: Reading): Span[] {
  const found: Span[] = [];
  let covered = 0;
  for (const { start, end } of digits) {
    if (start < covered || end - start > 6 || /[\w/.$-]/.test(text.charAt(start - 1))) continue;
    if (!/^[A-Za-z]?[ ,-]/.test(text.slice(end, end + 2))) continue;
    const street = matchAt(ADDRESS, text, start) ?? matchAt(UNIT_ONLY, text, start);
    const isHome = HOME_CUE.test(text.slice(Math.max(0, start - 28), start));
    const match =
      street && (isHome || !isMeasure(street[0])) ? street : isHome ? matchAt(HOME, text, start) : null;
    if (!match) continue;
    covered = start + match[0].length;
    const below = matchAt(TOWN_BELOW, text, covered);
    const town = below ?? matchAt(TOWN_AFTER, text, covered);
    if (town) covered += town[0].length;
    found.push(span(start, covered));
  }
  return found;
}

/** "2 View chest", "3 Point gait", "1 Unit": a small number before a word that only may be a street. */
function isMeasure(match: string): boolean {
  return /^\d{1,2}[ ]\p{L}+\.?$/u.test(match);
}

function boxes({ text, words, wordsNamed }: Reading): Span[] {
  const at = (heads: readonly string[], pattern: RegExp): Span[] =>
    heads.flatMap((head) =>
      wordsNamed(head).flatMap((index): Span[] => {
        const start = words[index]?.start ?? 0;
        const match = matchAt(pattern, text, start);
        return match ? [span(start, start + match[0].length)] : [];
      }),
    );
  return [
    ...at([...ROOM_WORDS], PO_BOX),
    ...at(['unit', 'psc', 'cmr', 'uss', 'usns', 'uscgc'], MILITARY),
    ...at(['fpo', 'apo', 'dpo'], MILITARY_OFFICE),
  ];
}
