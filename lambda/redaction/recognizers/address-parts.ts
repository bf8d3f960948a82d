import { CAPITAL_CLASS, LETTER_CLASS } from '../letters';
import { endOfMatch } from '../recognizer';

// What stands between two parts of an address: a comma, spaces, a line end with the indent or quote sign of the next line
const JOINT = /[ \t]{0,3}(?:,[ \t]{0,3})?(?:(?:\n[ \t>]{0,8}){1,2}(?:,[ \t]{0,3})?|(?<=[, ]))/y;
const UNIT =
  /(?:Apartment|Apt|Suite|Ste|Unit|Flat|Building|Bldg|Block|Floor|Fl|Room|Rm|Lot|Box|#)\.?[ ]?#?[A-Za-z0-9-]{1,8}(?![A-Za-z0-9])|\d{1,2}[ºª][ ]?[A-Z]{0,4}(?![A-Za-z])/iy;
const WORD = String.raw`(?:[${LETTER_CLASS}][${LETTER_CLASS}'.]{0,24}(?:-[${LETTER_CLASS}]{1,24}){0,3})`;
const NAME = new RegExp(
  String.raw`(?=[${CAPITAL_CLASS}])${WORD}(?:[ ]${WORD}){0,4}(?:[ ]\([${LETTER_CLASS} ]{2,20}\))?(?![${LETTER_CLASS}\d'])`,
  'y',
);
const POSTAL_CODE =
  /(?:[A-Z]{1,2}-)?(?:\d{3,6}(?:[ -]\d{2,4})?|\d{2}-\d{3})(?!\d|[/.:%-]\d)|[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}(?![A-Za-z\d])|[A-Z]\d[A-Z][ ]?\d[A-Z]\d(?![A-Za-z\d])/y;
const MOST_PARTS = 7;

/** Where the flat, suite or floor ends that stands at `index`, or -1. */
export function unitEnd(text: string, index: number): number {
  return endOfMatch(UNIT, text, index);
}

/** Where the units end that follow an address, or `end` if none does. */
export function withUnits(text: string, end: number): number {
  let last = end;
  for (let units = 0; units < 3; units++) {
    const joint = endOfMatch(JOINT, text, last);
    const next = joint < 0 ? -1 : unitEnd(text, joint);
    if (next < 0) break;
    last = next;
  }
  return last;
}

/** Where a number starts that stands in front of a house number, or `index`: "515 385 Gemsbok St". */
export function numberBefore(text: string, index: number): number {
  const before =
    /(?:^|[^\w./-])((?:(?:Flat|Plot|Unit|Apt|Suite|Block|No)\.?[ ])?\d{1,6}[A-Za-z]?(?:[ ]\d{1,5})?,?[ ]|(?:Plot|Block|No)\.?[ ])$/.exec(
      text.slice(Math.max(0, index - 24), index),
    );
  return index - (before?.[1]?.length ?? 0);
}

/** A stretch of a text. */
export interface Locality {
  readonly start: number;
  readonly end: number;
}

/**
 * Town, region, country and postal code that follow a street. Only a postal code, or a line of its own right under the
 * street, makes a town of capital words.
 */
export function localityAfter(text: string, street: number): Locality | undefined {
  let at = street;
  let start = -1;
  let sure = -1;
  let names = 0;
  for (let part = 0; part < MOST_PARTS; part++) {
    const joint = endOfMatch(JOINT, text, at);
    if (joint < 0) break;
    if (start < 0) start = joint;
    const code = endOfMatch(POSTAL_CODE, text, joint);
    if (code >= 0) {
      at = sure = code;
      if (names > 0) break;
      continue;
    }
    const name = endOfMatch(NAME, text, joint);
    if (name < 0 || names === 3) break;
    names++;
    at = name;
    // "1070 Wien": some countries put the town behind its code
    if (sure === joint - 1) sure = name;
    if (startsLine(text, joint) && endsLine(text, name)) sure = name;
  }
  return sure < 0 ? undefined : { start, end: sure };
}

/** Right under the line before: a blank line ends an address. */
function startsLine(text: string, index: number): boolean {
  return /[^\s>][ \t]*\n[ \t>]*$/.test(text.slice(Math.max(0, index - 14), index));
}

function endsLine(text: string, index: number): boolean {
  return /^[.?!,]?[ ]{0,3}(?:\n|$)/.test(text.slice(index, index + 5));
}
