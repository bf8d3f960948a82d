import { CAPITAL_CLASS, kindAt, LETTER, LETTER_CLASS, OTHER, Signs, WORD_SIGNS } from '../letters';
import type { Reading } from '../reading';
import { atEach, endOfMatch, matchAt, type Findings, type Recognizer } from '../recognizer';
import { localityAfter, numberBefore, unitEnd, withUnits } from './address-parts';

const JOINED = new Signs(`${WORD_SIGNS}/.$:-`);

// Words that open the name of a street: "rue de Provence", "ul. Jesionowa", "Via Roma"
const OPENERS = (
  'rue avenue boulevard chemin allée impasse quai place route passage cours via viale vicolo piazza piazzale corso largo strada calle avda avd avenida pza urb paseo ' +
  'plaza carrera camino ronda carrer rúa rua travessa praça alameda estrada rodovia ul ulica aleja al os pl plac ulitsa ulice náměstí nám třída ' +
  'jalan jln lorong jl gata strasse straße str sokak caddesi cadde bulevar bulevardul улица ул проспект пр λεωφόρος οδός'
).split(' ');
// Endings of street names that are one word: "Ziegelgasse", "Sludevej", "Brixtonlaan"
const STREET_ENDING =
  /(?:stra(?:ss|ß)e|str|gasse|weg|platz|allee|ring|damm|ufer|steig|markt|tor|hof|moor|straat|laan|plein|dreef|kade|gracht|dijk|singel|hove|gatan?|gate|gaten|vägen|väg|stigen|gränd|torg|vej|vejen|gade|stræde|krogen|vei|veien|veg|vegen|veita|tie|katu|kuja|polku|rinne|braut|stígur|vegur|túni?|tún|utca|tér|körút|sétány|uke|puiestee|tee)$/u;
const FOLLOWED = new Set([
  'u',
  'út',
  'utca',
  'tér',
  'tee',
  'street',
  'strasse',
  'straße',
  'str',
  'gate',
  'katu',
  'tie',
  'gata',
  'weg',
]);
const WORD = String.raw`(?:[${LETTER_CLASS}][${LETTER_CLASS}'’.]{0,24}(?:-[${LETTER_CLASS}]{1,24}){0,3})`;
// the name behind an opener, then a house number
const OPENED = String.raw`[${LETTER_CLASS}]{1,12}\.?[ ](?:(?:de|la|le|les|du|des|d'|della|delle|dei|del|di|da|das|do|dos|van|al)[ ]?){0,3}(?=['${CAPITAL_CLASS}\d])(?:${WORD}|\d{1,3}[.]?)(?:[ ](?:z|u|nad|de|la|of|and|${WORD})){0,4}?`;
const AFTER_OPENER = new RegExp(
  String.raw`${OPENED},?[ ](?:n[°º.][ ]?)?\d{1,5}[A-Za-z]?(?:[/-]\d{1,4}[A-Za-z]?)?(?![${LETTER_CLASS}\d])`,
  'y',
);
const AFTER_OPENER_ALONE = new RegExp(OPENED, 'y');
// "6570 Jiřího z Poděbrad 1874", "04862 Victor Hugo u. 49.", "28030 Edeby 55": number, name, number
const NUMBER_NAME_NUMBER = new RegExp(
  String.raw`\d{1,5}[ ]((?:${WORD}[ ]){1,5})\d{1,4}[A-Za-z]?\.?(?![${LETTER_CLASS}\d/%])`,
  'y',
);
const NUMBER_NAME = new RegExp(String.raw`\d{1,5}[ ](?:${WORD}[ ]){0,3}${WORD}`, 'y');
const UNIT_AFTER = /[ \t]{0,3},?[ \t]{0,3}(?:\n[ \t>]{0,8})?/y;
const MEASURE =
  /^[ ]?(?:mg|mcg|ml|g|kg|units?|tabs?|tablets?|capsules?|times|days?|weeks?|months?|years?|hours?|puffs?|mm|cm|%|x|po|iv|q\d|bid|tid)\b/i;
const SCORE = 0.7;

/**
 * Streets as other countries write them: the opener or the ending of the street's name, or a number on either side of it.
 * The locality below is a `place`, apart from the street.
 */
export const internationalStreet: Recognizer = {
  name: 'street-address',
  category: 'GEO',
  atWords: atEach(OPENERS, (reading, at, found) =>
    add(reading, openedStreet(reading, at, found.covered), found),
  ),
  atDigits: (reading, at, found) => add(reading, numberedStreet(reading, at, found.covered), found),
};

interface Street {
  readonly start: number;
  readonly end: number;
}

function add({ text }: Reading, street: Street | undefined, found: Findings): void {
  if (street === undefined) return;
  const end = withUnits(text, street.end);
  found.add(street.start, end, SCORE);
  const below = localityAfter(text, end);
  if (below) found.add(below.start, below.end, SCORE, 'GEO', 'place');
}

function openedStreet({ text, words, digits }: Reading, at: number, covered: number): Street | undefined {
  const word = words[at];
  if (word === undefined || word.start < covered) return undefined;
  const withNumber = endOfMatch(AFTER_OPENER, text, word.start);
  const end = withNumber >= 0 ? withNumber : endOfMatch(AFTER_OPENER_ALONE, text, word.start);
  if (end < 0) return undefined;
  const start = numberBefore(text, word.start);
  const numbered = start < word.start || /\d/.test(text.charAt(end - 1));
  // without a number only words no English sentence opens a street with
  if (!numbered && digits.length === 0) return undefined;
  if (!numbered && /^(?:place|route|passage|avenue|boulevard|al|os|str|pr|via|cours|plaza)$/.test(word.lower))
    return undefined;
  return numbered || end - word.end > 8 ? { start, end } : undefined;
}

function numberedStreet({ text, words, digits }: Reading, at: number, covered: number): Street | undefined {
  const run = digits[at];
  if (run === undefined || run.start < covered || run.end - run.start > 5) return undefined;
  if (JOINED.at(text, run.start - 1)) return undefined;
  const before = words[run.wordBefore];
  // "Ziegelgasse 19": the number is behind the street
  if (
    before !== undefined &&
    before.start >= covered &&
    run.start - before.end === 1 &&
    before.capital &&
    (before.lexeme.novel || before.lexeme.listing !== 'none') &&
    before.lower.length > 5 &&
    STREET_ENDING.test(before.lower) &&
    !MEASURE.test(text.slice(run.end, run.end + 12))
  ) {
    return { start: numberBefore(text, before.start), end: endOfHouseNumber(text, run.end) };
  }
  if (words[run.wordBefore + 1]?.start !== run.end + 1 || text[run.end] !== ' ') return undefined;
  return (
    betweenNumbers(text, words, run.wordBefore + 1, run.start) ??
    beforeUnit(text, words, run.wordBefore + 1, run.start)
  );
}

/** "29a": the letter belongs to the number. */
function endOfHouseNumber(text: string, end: number): number {
  return kindAt(text, end) === LETTER && kindAt(text, end + 1) === OTHER ? end + 1 : end;
}

/** "28030 Edeby 55": a number, a name no English sentence has there, a number. */
function betweenNumbers(
  text: string,
  words: Reading['words'],
  first: number,
  start: number,
): Street | undefined {
  if (text[start + 1] === undefined || (!(words[first]?.capital ?? false) && words[first]?.lower !== 'ul'))
    return undefined;
  const match = matchAt(NUMBER_NAME_NUMBER, text, start);
  if (!match) return undefined;
  const end = start + match[0].length;
  if (MEASURE.test(text.slice(end, end + 12))) return undefined;
  const nameEnd = end;
  let novel = false;
  for (let at = first; at < words.length && (words[at]?.start ?? nameEnd) < nameEnd; at++) {
    const word = words[at];
    if (word === undefined) break;
    if (word.lexeme.neverName && !FOLLOWED.has(word.lower)) return undefined;
    if (word.lexeme.wordEnding && word.lexeme.listing === 'none') return undefined;
    novel ||= word.lexeme.novel || FOLLOWED.has(word.lower);
  }
  const listed = (words[first]?.lexeme.listing ?? 'none') !== 'none';
  return novel || (listed && /[,\n]|^[ ](?:Apt|Suite)/.test(text.slice(end, end + 4)))
    ? { start, end }
    : undefined;
}

/** "213 Pilekrogen Apt. 263": whatever stands between a number and a flat is a street. */
function beforeUnit(text: string, words: Reading['words'], first: number, start: number): Street | undefined {
  if (!(words[first]?.capital ?? false)) return undefined;
  const end = endOfMatch(NUMBER_NAME, text, start);
  if (end < 0) return undefined;
  for (let at = first; at < first + 4; at++) {
    const word = words[at];
    if (word === undefined || word.end > end || word.lexeme.neverName) break;
    const joint = endOfMatch(UNIT_AFTER, text, word.end);
    const unit = unitEnd(text, joint);
    if (unit >= 0 && /\d/.test(text.slice(joint, unit))) return { start, end: word.end };
  }
  return undefined;
}
