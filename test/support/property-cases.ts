import type { Json, JsonObject } from '../../lib/compliance/template/json';
import { either, NOTHING, OPEN, seen, subject, type Scenario } from './judge-template';

/** A property, what it may and may not be, and the other properties that the resource has meanwhile. */
export interface PropertyTable {
  readonly good: readonly Json[];
  readonly bad: readonly Json[];
  /** What the rule says where the property is not there. */
  readonly absent: 'a finding' | 'compliant' | 'not applicable';
  readonly base?: JsonObject;
  /** Other resources of the stack. */
  readonly others?: JsonObject;
}

/**
 * Cases of a rule about one property: each value alone, none, one that only the account knows, and a bad one in one
 * branch of a condition.
 * @param path dotted path below `Properties`, through objects only
 */
export function propertyCases(
  type: string,
  path: string,
  { good, bad, absent, base = {}, others = {} }: PropertyTable,
): Record<string, Scenario> {
  const having = (value: Json) => subject(type, placed(base, path.split('.'), value), others);
  const at = (value: Json) => seen(having(value), `Properties.${path}`);
  const name = path.split('.').at(-1) ?? path;
  const [first = NOTHING] = good;
  const [worst = NOTHING] = bad;
  return {
    ...named(good, (value) => [`${name} ${shown(value)} is compliant`, having(value)]),
    ...named(bad, (value) => [`${name} ${shown(value)} is a finding`, at(value)]),
    [`no ${name} is ${absent}`]: absent === 'a finding' ? at(NOTHING) : having(NOTHING),
    [`${name} left to a parameter is unknown`]: { ...at(OPEN) },
    ...(bad.length > 0 && { [`a bad ${name} in one branch is a finding`]: at(either(first, worst)) }),
  };
}

function named(values: readonly Json[], row: (value: Json) => [string, Scenario]): Record<string, Scenario> {
  return Object.fromEntries(values.map(row));
}

function shown(value: Json): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}

function placed(base: JsonObject, [step = '', ...others]: readonly string[], value: Json): JsonObject {
  const below = base[step];
  if (others.length === 0) return { ...base, [step]: value };
  const inner = typeof below === 'object' && below !== null && !Array.isArray(below) ? below : {};
  return { ...base, [step]: placed(inner as JsonObject, others, value) };
}
