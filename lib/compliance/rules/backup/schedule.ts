const HOURS_A_DAY = 24;
const UNITS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: HOURS_A_DAY };
const ANY_DAY = /^(?:[*?]|\*\/1|1-7|1-31|SUN-SAT|MON-SUN)$/iu;

/**
 * Hours between two runs of a schedule at most; undefined when it is none, or leaves days out.
 * Source: EventBridge scheduler user guide, "Schedule types": `rate(12 hours)`, `cron(0 5 * * ? *)`.
 */
export function longestGap(schedule: string): number | undefined {
  const rate = /^rate\(\s*(?<count>\d{1,6})\s+(?<unit>minute|hour|day)s?\s*\)$/iu.exec(
    schedule.trim(),
  )?.groups;
  if (rate) return Number(rate['count']) * (UNITS[rate['unit']?.toLowerCase() ?? ''] ?? Number.NaN);
  const cron = /^cron\((?<fields>[^()]{1,200})\)$/iu.exec(schedule.trim())?.groups?.['fields'];
  const [, hours = '', day = '', month = '', weekday = '', year = '*'] = cron?.trim().split(/\s+/u) ?? [];
  const everyDay = [day, month, weekday, year].every((field) => ANY_DAY.test(field));
  return everyDay ? gapOf(hoursOf(hours)) : undefined;
}

/** Hours that a field of a cron expression names: `5`, `0,12`, `8-18`, `*`, `0/6`, `*` with a step. */
function hoursOf(field: string): readonly number[] {
  return field.split(',').flatMap((part) => {
    const match = /^(?:\*|(?<first>\d{1,2})(?:-(?<last>\d{1,2}))?)(?:\/(?<step>\d{1,2}))?$/u.exec(part);
    if (!match) return [];
    const { first, last, step } = match.groups ?? {};
    const from = Number(first ?? 0);
    const isOpen = first === undefined || step !== undefined;
    const to = last === undefined ? (isOpen ? HOURS_A_DAY - 1 : from) : Number(last);
    const width = Math.max(1, Number(step ?? 1));
    return Array.from({ length: HOURS_A_DAY }, (_, index) => from + index * width).filter(
      (hour) => hour <= to,
    );
  });
}

function gapOf(hours: readonly number[]): number | undefined {
  const sorted = [...hours].sort((a, b) => a - b);
  const [first] = sorted;
  if (first === undefined) return undefined;
  const gaps = sorted.map((hour, index) => (sorted[index + 1] ?? first + HOURS_A_DAY) - hour);
  return Math.max(...gaps);
}
