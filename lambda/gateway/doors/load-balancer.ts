import { verifiedRequest } from '../../mesh/verified-request';
import { GatewayError } from '../gateway-error';
import type { Arrival, LoadBalancerDoor } from './door';
import { bodyOf } from './http-event';

/** An event of the load balancer that verifies client certificates: who calls is the SPIFFE id of the one that it verified. */
export function readLoadBalancer(
  { targetGroupName }: LoadBalancerDoor,
  event: unknown,
  invokedFunctionArn: string,
): Arrival {
  const request = verifiedRequest(event, targetGroupName, invokedFunctionArn);
  if (request === undefined) throw new GatewayError('DOOR_UNKNOWN');
  const { spiffeId } = request;
  if (spiffeId === undefined) throw new GatewayError('UNAUTHENTICATED');
  return {
    caller: { principal: spiffeId, authentication: 'mutual-tls', grants: [spiffeId] },
    body: bodyOf(request.event),
  };
}
