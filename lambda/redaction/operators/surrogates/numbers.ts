import type { Draws } from './derivation';
import { essence, fillDigits, scramble } from './signs';

/** A fake for one value: what it depends on, and how it is drawn. */
export interface Fake {
  readonly purpose: string;
  /** Values with the same key get the same fake. */
  readonly key: (value: string) => string;
  readonly draw: (value: string, draws: Draws) => string;
}

const figures = (count: number, draws: Draws): string =>
  Array.from({ length: count }, () => draws.below(10)).join('');
const digitsIn = (value: string): number => value.match(/\p{N}/gu)?.length ?? 0;

/** Shape kept: as many figures and letters in the same places. */
export const code: Fake = { purpose: 'code', key: essence, draw: scramble };

const FILE_ENDING = /\.[A-Za-z0-9]{2,5}$/;

/** A file name with its ending kept. */
export const fileName: Fake = {
  purpose: 'file',
  key: essence,
  draw(value, draws) {
    const ending = FILE_ENDING.exec(value)?.[0] ?? '';
    return scramble(value.slice(0, value.length - ending.length), draws) + ending;
  },
};

const EXTENSION = /[ ,;]*(?:extension|ext\.?|x|#)[ :]*\p{N}+\s*$/iu;
const LOCAL_DIGITS = 7;
const NATIONAL_DIGITS = 10;

/** Never a number that rings: 555-0100 to 555-0199 are kept for fiction by the North American Numbering Plan. */
export const phone: Fake = {
  purpose: 'phone',
  key: (value) => essence(value.replace(EXTENSION, '')).replace(/^1(?=\d{10}$)/, ''),
  draw(value, draws) {
    const extension = EXTENSION.exec(value)?.[0] ?? '';
    const number = value.slice(0, value.length - extension.length);
    const area = `${2 + draws.below(8)}${figures(2, draws)}`;
    const local = `55501${figures(2, draws)}`;
    const tail = fillDigits(extension, figures(digitsIn(extension), draws));
    const count = digitsIn(number);
    if (count === LOCAL_DIGITS) return fillDigits(number, local) + tail;
    if (count === NATIONAL_DIGITS) return fillDigits(number, area + local) + tail;
    if (count === NATIONAL_DIGITS + 1) return fillDigits(number, `1${area}${local}`) + tail;
    return scramble(number, draws) + tail;
  },
};

const SSN_DIGITS = 9;

/** Never anybody's: no number begins with 9, and those with a group under 50 are no taxpayer numbers either. */
export const socialSecurityNumber: Fake = {
  purpose: 'ssn',
  key: (value) => value.replaceAll(/[^\p{N}]/gu, ''),
  draw(value, draws) {
    const count = digitsIn(value);
    if (count !== SSN_DIGITS) return fillDigits(value, figures(count, draws));
    const group = String(1 + draws.below(49)).padStart(2, '0');
    return fillDigits(value, `9${figures(2, draws)}${group}${figures(4, draws)}`);
  },
};
