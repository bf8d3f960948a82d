/** Rules of protoc-gen-validate, as protobufjs reads them from the options of a field. */
export interface PgvRules {
  readonly [kind: string]: Readonly<Record<string, unknown>> | undefined;
}

type Report = (problem: string) => void;

export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Bounds and the set of allowed values of a number. */
export function checkNumber(value: number, rules: Readonly<Record<string, unknown>>, report: Report): void {
  const { gt, gte, lt, lte } = rules as Readonly<Record<string, number | undefined>>;
  if (gt !== undefined && !(value > gt)) report(`must be > ${gt}`);
  if (gte !== undefined && !(value >= gte)) report(`must be >= ${gte}`);
  if (lt !== undefined && !(value < lt)) report(`must be < ${lt}`);
  if (lte !== undefined && !(value <= lte)) report(`must be <= ${lte}`);
  checkSet(value, rules, report);
}

export function checkText(value: string, rules: Readonly<Record<string, unknown>>, report: Report): void {
  if (rules['ignore_empty'] === true && value === '') return;
  const bytes = Buffer.byteLength(value);
  const bounds: readonly (readonly [string, number])[] = [
    ['len', Array.from(value).length],
    ['bytes', bytes],
  ];
  for (const [unit, size] of bounds) {
    const least = rules[`min_${unit}`] as number | undefined;
    const most = rules[`max_${unit}`] as number | undefined;
    if (least !== undefined && size < least) report(`has ${size} of at least ${least} ${unit}`);
    if (most !== undefined && size > most) report(`has ${size} of at most ${most} ${unit}`);
  }
  const { prefix, pattern } = rules as Readonly<Record<string, string | undefined>>;
  if (prefix !== undefined && !value.startsWith(prefix)) report(`must start with ${prefix}`);
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) report(`must match ${pattern}`);
  if (rules['well_known_regex'] !== undefined && /[\r\n\0]/u.test(value)) report('has a line break');
  checkSet(value, rules, report);
}

/** `5s`, `0.25s`. */
export function checkDuration(
  value: unknown,
  rules: Readonly<Record<string, unknown>> | undefined,
  report: Report,
): void {
  if (typeof value !== 'string' || !/^-?\d+(?:\.\d{1,9})?s$/u.test(value)) {
    report('is no duration, such as "5s"');
    return;
  }
  if (!rules) return;
  const bounds = Object.entries(rules)
    .filter(([name]) => ['gt', 'gte', 'lt', 'lte'].includes(name))
    .map(([name, bound]) => [name, inSeconds(bound)] as const);
  checkNumber(Number.parseFloat(value), Object.fromEntries(bounds), report);
}

function inSeconds(bound: unknown): number {
  const { seconds = 0, nanos = 0 } = (bound ?? {}) as { seconds?: number | string; nanos?: number };
  return Number(seconds) + nanos / 1e9;
}

function checkSet(value: string | number, rules: Readonly<Record<string, unknown>>, report: Report): void {
  const allowed = listOf(rules['in']);
  if (allowed.length > 0 && !allowed.includes(value)) report(`must be one of ${allowed.join(', ')}`);
  if (listOf(rules['not_in']).includes(value)) report('is not allowed');
}
