import type { Random } from './random';
import { identifier, neutral, say, type Identifier, type Text } from './text';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Fri', 'Sat'];
const HOLIDAYS = ['Thanksgiving', 'Christmas Eve', 'Labor Day', "New Year's Day", 'Memorial Day', 'Easter'];

const two = (value: number): string => String(value).padStart(2, '0');
const month = ({ month }: Day): string => MONTHS[month - 1] ?? '';
const short = (day: Day): string => month(day).slice(0, 3);
const late = ({ year }: Day): string => two(year % 100);

function nth(day: number): string {
  if (day > 10 && day < 14) return `${day}th`;
  return `${day}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
}

type Format = (day: Day) => string;

/** With the year: these stand anywhere. */
const WHOLE: readonly Format[] = [
  (d) => `${d.month}/${d.day}/${d.year}`,
  (d) => `${two(d.month)}/${two(d.day)}/${d.year}`,
  (d) => `${d.month}/${d.day}/${late(d)}`,
  (d) => `${two(d.month)}-${two(d.day)}-${d.year}`,
  (d) => `${d.month}-${d.day}-${late(d)}`,
  (d) => `${d.year}-${two(d.month)}-${two(d.day)}`,
  (d) => `${d.year}/${two(d.month)}/${two(d.day)}`,
  (d) => `${two(d.day)}.${two(d.month)}.${d.year}`,
  (d) => `${d.day}.${d.month}.${late(d)}`,
  (d) => `${month(d)} ${d.day}, ${d.year}`,
  (d) => `${month(d)} ${nth(d.day)}, ${d.year}`,
  (d) => `${month(d)} ${d.day} ${d.year}`,
  (d) => `${short(d)} ${d.day}, ${d.year}`,
  (d) => `${short(d)}. ${d.day}, ${d.year}`,
  (d) => `${d.day} ${month(d)} ${d.year}`,
  (d) => `${d.day} ${short(d)} ${d.year}`,
  (d) => `${two(d.day)}-${short(d).toUpperCase()}-${d.year}`,
  (d) => `${two(d.day)}${short(d).toUpperCase()}${d.year}`,
  (d) => `${d.day}-${short(d)}-${late(d)}`,
  (d) => `the ${nth(d.day)} of ${month(d)} ${d.year}`,
  (d) => `${month(d).toUpperCase()} ${d.day}, ${d.year}`,
  (d) => `${month(d).toLowerCase()} ${nth(d.day)} ${d.year}`,
];

/** Without it: these stand behind "on". */
const PARTIAL: readonly Format[] = [
  (d) => `${d.month}/${d.day}`,
  (d) => `${month(d)} ${d.day}`,
  (d) => `${month(d)} ${nth(d.day)}`,
  (d) => `${short(d)} ${d.day}`,
  (d) => `${d.day} ${short(d)}`,
  (d) => `the ${nth(d.day)} of ${month(d)}`,
  (d) => `${month(d)} ${ORDINALS[d.day % 12] ?? ''}`,
];

/** Of a month: these stand behind "in". */
const MONTHLY: readonly Format[] = [
  month,
  (d) => `${month(d)} ${d.year}`,
  (d) => `${month(d)} of ${d.year}`,
  (d) => `${two(d.month)}/${d.year}`,
  (d) => `${short(d)} ${d.year}`,
];

function someDay(random: Random, least: number, most: number): Day {
  return { year: random.between(least, most), month: random.between(1, 12), day: random.between(1, 28) };
}

function written(random: Random, formats: readonly Format[], day: Day): Identifier {
  return identifier('DATE', random.pick(formats)(day));
}

export function date(random: Random): Identifier {
  return written(random, WHOLE, someDay(random, 2015, 2026));
}

/** Of somebody younger than 90: the year alone shows no age. */
export function birthDate(random: Random): Identifier {
  return written(random, WHOLE, someDay(random, 1942, 2019));
}

/** What may follow "on". */
export function dayOf(random: Random): Text {
  const day = someDay(random, 2015, 2026);
  if (random.chance(0.1)) return [identifier('DATE', random.pick(HOLIDAYS))];
  if (random.chance(0.15))
    return say`${neutral(random.pick(WEEKDAYS))}, ${written(random, PARTIAL.slice(1, 3), day)}`;
  return [written(random, random.chance(0.5) ? PARTIAL : WHOLE, day)];
}

/** What may follow "in" or "since". */
export function monthOf(random: Random): Identifier {
  return written(random, MONTHLY, someDay(random, 2015, 2026));
}

/** Date and time in one word; the time alone is no identifier. */
export function timestamp(random: Random): Text {
  const { year, month, day } = someDay(random, 2019, 2026);
  const time = random.shaped('T1#:2#');
  return say`${identifier('DATE', `${year}-${two(month)}-${two(day)}`)}${neutral(`${time}:00Z`)}`;
}
