const DATE =
  /^(\d{4})(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const OLDEST_AGE_SHOWN = 89;

/** Whether a text has the form FHIR R4 gives the type `date`, `dateTime` or `instant`. */
export function isFhirDate(type: string, value: string): boolean {
  if (type === 'instant') return INSTANT.test(value);
  return DATE.test(value) && (type === 'dateTime' || value.length <= 10);
}

/**
 * The year of a date, which may stay (45 CFR 164.514(b)(2)(i)(C)); undefined if it is no date or if whoever lived in that
 * year may be over 89 by `thisYear`.
 */
export function yearOf(value: string, thisYear: number): string | undefined {
  const year = DATE.exec(value)?.[1];
  return year === undefined || showsAgeOver89(Number(year), thisYear) ? undefined : year;
}

export function showsAgeOver89(year: number, thisYear: number): boolean {
  return thisYear - year > OLDEST_AGE_SHOWN;
}
