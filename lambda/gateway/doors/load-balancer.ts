import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../caller';
import { GatewayError } from '../gateway-error';
import type { Arrival, LoadBalancerDoor } from './door';
import { bodyOf, proxyBody } from './http-event';

const eventSchema = z.object({
  ...proxyBody,
  requestContext: z.object({ elb: z.object({ targetGroupArn: z.string() }) }),
  headers: z.record(z.string(), z.string()).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(z.string())).nullish(),
});

const LEAF = 'x-amzn-mtls-clientcert-leaf';
/** What a listener in passthrough mode sends: nobody has verified it. */
const UNVERIFIED = 'x-amzn-mtls-clientcert';
const SPIFFE = /^URI:(spiffe:\/\/[\w.-]+(?:\/[\w.-]+)+)$/u;

/**
 * An event of an Application Load Balancer whose listener verifies client certificates. Source: Elastic Load Balancing user
 * guide, "Mutual authentication with TLS": in verify mode the leaf stands in a header as URL-encoded PEM.
 */
export function readLoadBalancer(door: LoadBalancerDoor, event: unknown): Arrival {
  const read = eventSchema.safeParse(event);
  if (!read.success || read.data.requestContext.elb.targetGroupArn !== door.targetGroupArn)
    throw new GatewayError('DOOR_UNKNOWN');
  const { headers, multiValueHeaders } = read.data;
  const values = (name: string): string[] => [
    ...valuesOf(headers ?? {}, name),
    ...valuesOf(multiValueHeaders ?? {}, name),
  ];
  const [leaf, ...others] = values(LEAF);
  if (leaf === undefined || others.length > 0 || values(UNVERIFIED).length > 0)
    throw new GatewayError('UNAUTHENTICATED');
  return { caller: certificateCaller(leaf), body: bodyOf(read.data) };
}

function valuesOf(headers: Readonly<Record<string, string | readonly string[]>>, name: string): string[] {
  return Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]) => value);
}

/** The one SPIFFE id of a certificate; an SVID has exactly one. Source: SPIFFE, "X509-SVID", section 2. */
function certificateCaller(leaf: string): Caller {
  let names: readonly string[];
  try {
    const certificate = new X509Certificate(decodeURIComponent(leaf));
    names = (certificate.subjectAltName ?? '').split(', ');
  } catch {
    throw new GatewayError('UNAUTHENTICATED');
  }
  const uris = names.filter((name) => name.startsWith('URI:'));
  const [, principal] = (uris.length === 1 ? SPIFFE.exec(uris[0] ?? '') : undefined) ?? [];
  if (principal === undefined) throw new GatewayError('UNAUTHENTICATED');
  return { principal, authentication: 'mutual-tls', grants: [principal] };
}
