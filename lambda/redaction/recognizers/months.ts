/** Every written form of a month, in small letters. */
export const MONTHS = (
  'january february march april may june july august september october november december ' +
  'jan feb mar apr jun jul aug sep sept oct nov dec'
).split(' ');

/** Also words or names: they are months only beside a number that makes them one. */
export const AMBIGUOUS_MONTHS = new Set([
  'may',
  'march',
  'mar',
  'april',
  'june',
  'august',
  'jan',
  'dec',
  'sep',
  'jun',
  'apr',
  'oct',
]);
