import { ANY, matches, matchesArn, type Token } from './glob';
import { isInRange } from './ip-range';
import type { Condition } from './statement';
import { every, not, some, type Tri } from './tri';
import { plainTokens, tokensOf, type Lookup } from './variable';

/** Compares a value of the policy with one of the request. Undefined: one of them cannot be read. */
type Compare = (written: string, given: string, place: Comparison) => Tri;

interface Place {
  readonly variables: boolean | undefined;
  readonly lookup: Lookup;
}

/**
 * What a comparison with a variable comes to that has no value: it holds for nothing, but the guide does not say that a
 * negated one then holds.
 */
interface Comparison extends Place {
  readonly missing: Tri;
}

/** Operators without `Not`, `IfExists` and set prefix. Source: IAM user guide, "IAM JSON policy elements: Condition operators". */
const COMPARE: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['stringequals', text(false, (value) => value)],
  ['stringequalsignorecase', text(false, (value) => value.toLowerCase())],
  ['stringlike', text(true, (value) => value)],
  ['arnequals', arn],
  ['arnlike', arn],
  ['bool', (written, given) => same(truth(written), truth(given))],
  ['binaryequals', (written, given) => (isOpen(written) || isOpen(given) ? undefined : written === given)],
  ['ipaddress', (written, given) => isInRange(given, written)],
  ...ordered('numeric', numberOf),
  ...ordered('date', timeOf),
]);

/** Whether a condition of a statement holds for a request. */
export function holds(condition: Condition, place: Place): Tri {
  const answer = holdsAsWritten(condition, place);
  // a condition of the template may leave it out
  return condition.optional && answer !== true ? undefined : answer;
}

function holdsAsWritten({ operator, key, values, hasGaps }: Condition, place: Place): Tri {
  const { set, base, negated, ifExists } = parseOperator(operator);
  const given = place.lookup(key);
  if (given === 'open') return undefined;
  const gaps: readonly Tri[] = hasGaps ? [undefined] : [];
  const present = given !== undefined && given.length > 0;
  if (base === 'null') {
    return some([...values.map((value) => same(truth(value), !present)), ...gaps]);
  }
  const compare = COMPARE.get(base);
  if (!compare) return undefined;
  if (!present) {
    // `ForAnyValue:` alone fails without the key and `IfExists` alone holds; the guide does not say which of them wins
    if (ifExists && set === 'any') return undefined;
    return ifExists || set === 'all' || (negated && set === undefined);
  }
  // any value of the policy may match; a negated operator wants none to
  const each = given
    .filter((value) => set !== 'all' || value !== '')
    .map((value) => {
      const comparison = { ...place, missing: negated ? undefined : false };
      const matched = some([...values.map((written) => compare(written, value, comparison)), ...gaps]);
      return negated ? not(matched) : matched;
    });
  if (set === 'all') return every(each);
  if (set === 'any') return some(each);
  const [first] = each;
  // one value is asked for: with several, AWS does not say which counts
  return each.every((answer) => answer === first) ? first : undefined;
}

function parseOperator(written: string) {
  let rest = written.toLowerCase();
  const set = rest.startsWith('forallvalues:') ? 'all' : rest.startsWith('foranyvalue:') ? 'any' : undefined;
  if (set !== undefined) rest = rest.slice(rest.indexOf(':') + 1);
  const ifExists = rest.endsWith('ifexists');
  if (ifExists) rest = rest.slice(0, -'ifexists'.length);
  const base = rest.replace(/^(?<type>string|numeric|date|arn|)not/u, '$<type>');
  return { set, base, negated: base !== rest, ifExists } as const;
}

function text(wildcards: boolean, fold: (value: string) => string): Compare {
  return (written, given, place) => {
    const pattern = tokensOf(written, { ...place, wildcards });
    if (!pattern) return place.missing;
    const folded = (tokens: readonly Token[]) =>
      tokens.map((token) => (typeof token === 'string' && token.length === 1 ? fold(token) : token));
    return matches(folded(pattern), folded(plainTokens(given)));
  };
}

/** Each of the six parts is compared on its own; `ArnEquals` and `ArnLike` do the same. */
function arn(written: string, given: string, place: Comparison): Tri {
  const pattern = tokensOf(written, { ...place, wildcards: true });
  if (!pattern) return place.missing;
  const [first] = pattern;
  // `*` alone is no ARN, and the guide does not say what it matches
  const lone = first === ANY ? undefined : isOpen(written);
  return matchesArn(pattern, plainTokens(given), lone === true ? true : undefined);
}

function ordered(
  type: string,
  read: (value: string) => number | undefined,
): readonly (readonly [string, Compare])[] {
  const by =
    (compare: (given: number, written: number) => boolean): Compare =>
    (written, given) => {
      const [a, b] = [read(given), read(written)];
      return a === undefined || b === undefined ? undefined : compare(a, b);
    };
  return [
    [`${type}equals`, by((given, written) => given === written)],
    [`${type}lessthan`, by((given, written) => given < written)],
    [`${type}lessthanequals`, by((given, written) => given <= written)],
    [`${type}greaterthan`, by((given, written) => given > written)],
    [`${type}greaterthanequals`, by((given, written) => given >= written)],
  ];
}

function numberOf(value: string): number | undefined {
  return /^-?\d{1,18}(?:\.\d{1,18})?$/u.test(value) ? Number(value) : undefined;
}

/** ISO 8601, or seconds since 1970. */
function timeOf(value: string): number | undefined {
  if (/^\d{1,12}$/u.test(value)) return value.length === 4 ? Date.parse(value) : Number(value) * 1000;
  if (!/^\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?)?$/u.test(value))
    return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

function truth(value: string): boolean | undefined {
  const lower = value.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

function same(a: boolean | undefined, b: boolean | undefined): Tri {
  return a === undefined || b === undefined ? undefined : a === b;
}

function isOpen(value: string): boolean {
  return value.includes('${');
}
