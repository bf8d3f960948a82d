import { z } from 'zod';
import { TARGET_GROUP_NAME } from '../../mesh/verified-request';
import type { Caller } from '../caller';
import { GatewayError } from '../gateway-error';
import { readDirectInvoke } from './direct-invoke';
import { readLoadBalancer } from './load-balancer';
import { readRestApi } from './rest-api';

const principal = z.string().regex(/^(?:arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+|spiffe:\/\/[\w./-]+)$/u);

/**
 * What may invoke the function through an alias. An event cannot prove its sender, but who may invoke an alias is
 * decided by IAM: so each door has an alias of its own, whose resource policy lets in that door and nobody else.
 */
const doorSchema = z.discriminatedUnion('door', [
  z.strictObject({
    door: z.literal('rest-api'),
    /** Id of the one API whose events are believed. */
    apiId: z.string().regex(/^[a-z0-9]{1,32}$/u),
    /** Issuers of Cognito user pools whose tokens are believed; none: IAM only. */
    issuers: z.array(z.url()).default([]),
    /** Of those, the ones whose pool asks everybody for a second factor (`MfaConfiguration` ON). */
    secondFactorIssuers: z.array(z.url()).default([]),
  }),
  z.strictObject({
    door: z.literal('load-balancer'),
    /** Of the one target group beside the function whose events are believed. */
    targetGroupName: z.string().regex(TARGET_GROUP_NAME),
  }),
  z.strictObject({ door: z.literal('direct'), principal }),
]);

export type Door = z.infer<typeof doorSchema>;
export type RestApiDoor = Extract<Door, { door: 'rest-api' }>;
export type LoadBalancerDoor = Extract<Door, { door: 'load-balancer' }>;
export type DirectDoor = Extract<Door, { door: 'direct' }>;

/** Doors by the alias they come through. */
export const doorsSchema = z.record(z.string().regex(/^(?!\d+$)[\w-]{1,128}$/u), doorSchema);

export type Doors = Readonly<Record<string, Door>>;

/** What came through a door: who, and what was said, not yet read. */
export interface Arrival {
  readonly caller: Caller;
  readonly body: string | Uint8Array | { readonly json: unknown };
}

/** How the answer goes back: as the object it is, or as an HTTP response of the door. */
export type Manner = 'direct' | 'http';

const FUNCTION_ARN = /^arn:[\w-]+:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(?::([\w$-]+))?$/u;

/**
 * The door behind the alias that was invoked.
 *
 * @throws GatewayError DOOR_UNKNOWN: invoked without an alias, as `$LATEST`, by number, or by an alias that is no door
 */
export function doorOf(doors: Doors, invokedFunctionArn: string): Door {
  const [, alias = ''] = FUNCTION_ARN.exec(invokedFunctionArn) ?? [];
  const door = Object.hasOwn(doors, alias) ? doors[alias] : undefined;
  if (door === undefined) throw new GatewayError('DOOR_UNKNOWN');
  return door;
}

/**
 * Who stands at a door, and what they said.
 *
 * @param invokedFunctionArn says in which partition, account and Region a load balancer has to be
 * @throws GatewayError DOOR_UNKNOWN: the event is not of this door; UNAUTHENTICATED; SECOND_FACTOR_MISSING
 */
export function arrivalAt(door: Door, event: unknown, invokedFunctionArn: string): Arrival {
  switch (door.door) {
    case 'rest-api':
      return readRestApi(door, event);
    case 'load-balancer':
      return readLoadBalancer(door, event, invokedFunctionArn);
    case 'direct':
      return readDirectInvoke(door, event);
  }
}
