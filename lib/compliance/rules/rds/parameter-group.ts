import { allowLiteral, requireLiteral } from '../../requirement';
import type { Observation } from '../../rule';
import type { Json } from '../../template/json';
import type { Resource } from '../../template/resource';
import { isTrue, numberOf } from '../../template/value';
import { matches } from '../cloudformation/certainty';

/** A parameter that makes an engine refuse connections without TLS. */
export interface TlsParameter {
  readonly name: string;
  /** First major version of the engine that refuses them unless told otherwise. */
  readonly since: number;
}

const NEVER = Number.POSITIVE_INFINITY;

/**
 * By how the family of a parameter group, or an engine, is named; the longer name first. Engines without a row take TLS
 * from an option group. Source: RDS user guide, "Requiring SSL/TLS"; Aurora user guide, "Security with Aurora".
 */
const TLS_PARAMETERS: readonly (readonly [start: string, parameter: TlsParameter])[] = [
  ['aurora-postgresql', { name: 'rds.force_ssl', since: 17 }],
  ['aurora', { name: 'require_secure_transport', since: NEVER }],
  ['postgres', { name: 'rds.force_ssl', since: 15 }],
  ['sqlserver', { name: 'rds.force_ssl', since: NEVER }],
  ['mysql', { name: 'require_secure_transport', since: NEVER }],
  ['mariadb', { name: 'require_secure_transport', since: NEVER }],
];

export function tlsParameter(engineOrFamily: string): TlsParameter | undefined {
  const name = engineOrFamily.toLowerCase();
  return TLS_PARAMETERS.find(([start]) => name.startsWith(start))?.[1];
}

/** The major version in a family (`postgres16`, `aurora-mysql8.0`) or in an engine's version (`16.3`). */
export function majorVersion(text: Json): number {
  return Number(
    /\d{1,4}/u.exec(typeof text === 'number' ? `${text}` : typeof text === 'string' ? text : '')?.[0] ??
      Number.NaN,
  );
}

/** Databases spell it `1`, `on` or `true`. */
export function isOn(value: Json): boolean {
  return numberOf(value) === 1 || isTrue(value) || matches(/^(?:on|enabled)$/iu)(value);
}

/** Requires a parameter of a parameter group to be on. */
export function requireParameter(
  group: Resource,
  name: string,
  { isDefault = false }: { readonly isDefault?: boolean } = {},
): readonly Observation[] {
  const value = group.property('Parameters').member(name);
  return (isDefault ? allowLiteral : requireLiteral)(value, isOn, 'must be on');
}
