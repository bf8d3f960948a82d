const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** Whether it is a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00.000Z`);
  // Date.parse takes February 30th for March 1st or 2nd
  return DAY.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The same day so many years before; of a February 29th the day before it where there is none. */
export function yearsBefore(day: string, years: number): string {
  const [, year = '', month = '', date = ''] = DAY.exec(day) ?? [];
  const before = `${String(Number(year) - years).padStart(4, '0')}-${month}`;
  return isDay(`${before}-${date}`) ? `${before}-${date}` : `${before}-28`;
}
