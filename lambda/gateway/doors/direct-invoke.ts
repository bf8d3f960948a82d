import { withoutPath } from '../caller';
import { GatewayError } from '../gateway-error';
import type { Arrival, DirectDoor } from './door';

/**
 * A call of the function itself. The payload is the request; who sends it is whoever IAM lets invoke this alias, which is the
 * one principal of the door. A payload that plays an event of another door is refused, whatever it says.
 */
export function readDirectInvoke({ principal }: DirectDoor, event: unknown): Arrival {
  if (typeof event !== 'object' || event === null || 'requestContext' in event)
    throw new GatewayError('DOOR_UNKNOWN');
  const caller = { principal, authentication: 'lambda-alias', grants: [withoutPath(principal)] } as const;
  return { caller, body: { json: event } };
}
