import type { Derivation } from './derivation';

const MONTHS = [
  'january february march april may june july august september october november december'.split(' '),
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
] as const;
const DAY_MS = 86_400_000;
const MOST_DAYS = 364;

/**
 * By how many days the dates of a subject move: one secret number from -364 to 364, never 0. Intervals stay, weekdays
 * and seasons do not.
 */
export function dateShift(derive: Derivation): number {
  const draw = derive('date shift', '').below(2 * MOST_DAYS);
  return draw < MOST_DAYS ? draw - MOST_DAYS : draw - MOST_DAYS + 1;
}

const TIME = String.raw`(?:(?:T|,? {1,3}(?:at )?| ?@ ?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\.?)?(?:Z| ?[+-]\d{2}:?\d{2})?)?`;
const YEAR = String.raw`(?<year>\d{4}|'\d{2})`;
const DAY = String.raw`(?<day>\d{1,2})(?<ordinal>st|nd|rd|th)?`;
const MONTH = String.raw`(?<month>[a-z]{3,9})`;
const exactly = (pattern: string): RegExp => new RegExp(`^${pattern}(?<rest>${TIME})$`, 'i');

const YEAR_FIRST = exactly(String.raw`(?<year>\d{4})(?<a>[-/.])(?<month>\d{1,2})(?<b>\k<a>)(?<day>\d{1,2})`);
const NUMERIC = exactly(
  String.raw`(?<month>\d{1,2})(?<a>[-/.])(?<day>\d{1,2})(?<b>\k<a>)(?<year>\d{4}|\d{2})`,
);
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<rest>(?:T?\d{4}(?:\d{2})?Z?)?)$/;
const MONTH_FIRST = exactly(
  String.raw`${MONTH}(?<a>\.?(?:[ -]{0,2}| the ))${DAY}(?<b> ?[-,]? ?(?:of )?)${YEAR}`,
);
const DAY_FIRST = exactly(String.raw`${DAY}(?<a>[ -]?| (?:day )?of )${MONTH}(?<b>\.?[ ,-]{0,2})${YEAR}`);

type Parts = Readonly<Record<string, string | undefined>>;

/**
 * A date moved by whole days, written as it was; its time of day stays. Figures are read month first, as in the United
 * States, unless the first cannot be a month. Undefined for what names no single day with its year, or no day at all.
 */
export function shiftDate(value: string, days: number): string | undefined {
  const inWords = MONTH_FIRST.exec(value)?.groups;
  if (inWords) {
    return moved(inWords, days, (day) => [
      month(day, inWords),
      inWords['a'],
      dayOfMonth(day, inWords),
      inWords['b'],
      year(day, inWords),
    ]);
  }
  const dayFirst = DAY_FIRST.exec(value)?.groups;
  if (dayFirst) {
    return moved(dayFirst, days, (day) => [
      dayOfMonth(day, dayFirst),
      dayFirst['a'],
      month(day, dayFirst),
      dayFirst['b'],
      year(day, dayFirst),
    ]);
  }
  const yearFirst = (YEAR_FIRST.exec(value) ?? COMPACT.exec(value))?.groups;
  if (yearFirst) {
    return moved(yearFirst, days, (day) => [
      year(day, yearFirst),
      yearFirst['a'],
      month(day, yearFirst),
      yearFirst['b'],
      dayOfMonth(day, yearFirst),
    ]);
  }
  const numeric = NUMERIC.exec(value)?.groups;
  if (!numeric) return undefined;
  const swapped = Number(numeric['month']) > 12;
  const read: Parts = swapped ? { ...numeric, month: numeric['day'], day: numeric['month'] } : numeric;
  return moved(read, days, (day) => {
    const [m, d] = [month(day, read), dayOfMonth(day, read)];
    return [swapped ? d : m, read['a'], swapped ? m : d, read['b'], year(day, read)];
  });
}

function moved(
  parts: Parts,
  days: number,
  write: (day: Date) => readonly (string | undefined)[],
): string | undefined {
  const given = dayOf(parts);
  if (given === undefined) return undefined;
  return [...write(new Date(given.getTime() + days * DAY_MS)), parts['rest']].join('');
}

function dayOf({ year = '', month = '', day = '' }: Parts): Date | undefined {
  const monthIndex = /^\d/.test(month) ? Number(month) - 1 : monthNamed(month);
  const figures = year.replace("'", '');
  // the century of a short year only decides leap days, and 2000 had one
  const full = figures.length === 2 ? 2000 + Number(figures) : Number(figures);
  const date = new Date(Date.UTC(full, monthIndex, Number(day)));
  const exists = full >= 1000 && date.getUTCMonth() === monthIndex && date.getUTCDate() === Number(day);
  return exists ? date : undefined;
}

function monthNamed(name: string): number {
  const lower = name.toLowerCase();
  const full = MONTHS[0].indexOf(lower);
  if (full >= 0) return full;
  return lower === 'sept' ? 8 : MONTHS[1].indexOf(lower);
}

function month(day: Date, parts: Parts): string {
  const { month: given = '' } = parts;
  const index = day.getUTCMonth();
  if (/^\d/.test(given)) return isPadded(parts) ? twoFigures(index + 1) : String(index + 1);
  // May is both the name and its short form; the name is likelier
  const lower = given.toLowerCase();
  const name = MONTHS[MONTHS[0].includes(lower) ? 0 : 1][index] ?? '';
  if (given === given.toUpperCase()) return name.toUpperCase();
  return given === lower ? name : name.charAt(0).toUpperCase() + name.slice(1);
}

function dayOfMonth(day: Date, parts: Parts): string {
  const number = day.getUTCDate();
  if (parts['ordinal'] === undefined) return isPadded(parts) ? twoFigures(number) : String(number);
  const teen = number > 10 && number < 14;
  return String(number) + (teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'));
}

/** "3/12" is written without zeros and "March 12" does not show it; "03/12" and "11/12" are two figures wide. */
function isPadded({ month = '', day = '' }: Parts): boolean {
  return /^\d{2}$/.test(month) ? day.length === 2 : day.startsWith('0');
}

const twoFigures = (number: number): string => String(number).padStart(2, '0');

function year(day: Date, { year: given = '' }: Parts): string {
  const full = String(day.getUTCFullYear()).padStart(4, '0');
  return given.replace(/\d+/, (figures) => full.slice(-figures.length));
}
