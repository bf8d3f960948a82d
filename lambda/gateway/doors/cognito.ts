import { z } from 'zod';
import type { Caller } from '../caller';
import { GatewayError } from '../gateway-error';
import type { RestApiDoor } from './door';

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().regex(/^[\w-]{1,128}$/u),
  token_use: z.enum(['id', 'access']),
  'cognito:groups': z.union([z.string(), z.array(z.string())]).optional(),
  amr: z.union([z.string(), z.array(z.string())]).optional(),
});

/** Values of `amr` (RFC 8176) that say there was more than one factor. */
const SECOND_FACTORS: ReadonlySet<string> = new Set(['mfa', 'otp', 'hwk', 'swk', 'sc']);
const GROUP = /^[\w.:+=,@-]{1,128}$/u;

/**
 * A person whose token API Gateway verified. A token of a Cognito user pool has no claim of its own that tells of a second
 * factor: it is proven by the pool, where everybody needs one (`secondFactorIssuers`), or by `amr` where a trigger before token
 * generation, or the identity provider behind the pool, puts it there.
 */
export function cognitoCaller(door: RestApiDoor, claims: Readonly<Record<string, unknown>>): Caller {
  const read = claimsSchema.safeParse(claims);
  if (!read.success || !door.issuers.includes(read.data.iss)) throw new GatewayError('UNAUTHENTICATED');
  const { iss, sub, amr } = read.data;
  const proven =
    door.secondFactorIssuers.includes(iss) || listOf(amr).some((method) => SECOND_FACTORS.has(method));
  if (!proven) throw new GatewayError('SECOND_FACTOR_MISSING');
  const pool = iss.slice(iss.lastIndexOf('/') + 1);
  const groups = listOf(read.data['cognito:groups']).filter((group) => GROUP.test(group));
  return {
    principal: `cognito:${pool}/${sub}`,
    authentication: 'cognito',
    secondFactor: true,
    grants: groups.map((group) => `group:${group}`),
  };
}

/** API Gateway makes text of lists: `a,b`, or `[a b]`. */
function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  if (typeof value !== 'string') return value;
  return value
    .replace(/^\[(.*)\]$/u, '$1')
    .split(/[\s,]+/u)
    .filter((each) => each !== '');
}
