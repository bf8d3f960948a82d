import { UsageError } from './verb';

/** Runs `parseArgs` and turns its complaint into one the command line prints without a stack. */
export function parsed<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A day given as YYYY-MM-DD; today (UTC) when none is. */
export function asDay(given: string | undefined): string {
  const day = given ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day) || Number.isNaN(Date.parse(day))) {
    throw new UsageError(`--as-of is '${day}'; give a day as YYYY-MM-DD`);
  }
  return day;
}

/** One of the named values. */
export function oneOf<Value extends string>(name: string, given: string, allowed: readonly Value[]): Value {
  const found = allowed.find((value) => value === given);
  if (found === undefined)
    throw new UsageError(`--${name} is '${given}'; give one of: ${allowed.join(', ')}`);
  return found;
}
