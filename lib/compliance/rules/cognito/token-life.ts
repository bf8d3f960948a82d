import { finding, unknown, type Observation } from '../../rule';
import type { Resource } from '../../template/resource';
import { numberOf, type Value } from '../../template/value';

const MINUTES: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1440 };

/** @param limits in minutes: the unit when none is given, and the longest life */
export function judgeToken(
  client: Resource,
  token: string,
  limits: { readonly unit: number; readonly longest: number },
): readonly Observation[] {
  const validity = client.property(`${token}Validity`);
  if (!validity.isPresent) return [];
  const units = client
    .property(`TokenValidityUnits.${token}`)
    .values.map((value) => (value.kind === 'absent' ? limits.unit : minutesOf(value)));
  if (units.includes(0)) return [finding(`Properties.TokenValidityUnits.${token}`, 'is no unit of time')];
  const lives = validity.values.flatMap((value) =>
    units.map((unit) => (value.kind === 'absent' ? 0 : numberIn(value) * unit)),
  );
  if (lives.some((life) => life > limits.longest)) {
    return [finding(validity.path, `is more than ${limits.longest} minutes`)];
  }
  return lives.some(Number.isNaN) ? [unknown(validity.path, 'cannot be read')] : [];
}

/** NaN when it cannot be read, 0 when it is none. */
function minutesOf(value: Value): number {
  if (value.kind !== 'literal') return Number.NaN;
  const unit = typeof value.value === 'string' ? value.value : '';
  return Object.hasOwn(MINUTES, unit) ? (MINUTES[unit] ?? 0) : 0;
}

function numberIn(value: Value): number {
  return value.kind === 'literal' ? numberOf(value.value) : Number.NaN;
}
