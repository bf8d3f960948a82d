import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { soleSpiffeId } from './check-certificate';

const eventSchema = z.object({
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().optional(),
  httpMethod: z.string().optional(),
  requestContext: z.object({ elb: z.object({ targetGroupArn: z.string() }) }),
  headers: z.record(z.string(), z.string()).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(z.string())).nullish(),
});

type VerifiedEvent = z.infer<typeof eventSchema>;

/** What a load balancer brought, and who sent it as far as it was proven. */
export interface VerifiedRequest {
  readonly event: VerifiedEvent;
  /** The one SPIFFE id of the certificate that the load balancer verified; undefined: nobody is proven. */
  readonly spiffeId: string | undefined;
}

/** Of a target group; the name is known before the group is there, and nobody else in the account and Region has it. */
export const TARGET_GROUP_NAME = /^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/u;

const LEAF = 'x-amzn-mtls-clientcert-leaf';
/** What a listener in passthrough mode sends: nobody has verified it. */
const UNVERIFIED = 'x-amzn-mtls-clientcert';
const SPIFFE = /^spiffe:\/\/[\w.-]+(?:\/[\w.-]+)+$/u;
const FUNCTION_ARN =
  /^arn:(?<partition>[\w-]+):lambda:(?<region>[a-z0-9-]+):(?<account>\d{12}):function:[\w-]+(?::[\w$-]+)?$/u;
const GROUP_ARN =
  /^arn:(?<partition>[\w-]+):elasticloadbalancing:(?<region>[a-z0-9-]+):(?<account>\d{12}):targetgroup\/(?<name>[A-Za-z0-9-]{1,32})\/[0-9a-f]{8,32}$/u;

/**
 * An event of an Application Load Balancer whose listener verifies client certificates; undefined where it is none of the
 * target group of this name beside the function, in its partition, account and Region. Source: Elastic Load Balancing user
 * guide, "Mutual authentication with TLS": in verify mode the leaf stands in a header as URL-encoded PEM.
 */
export function verifiedRequest(
  event: unknown,
  targetGroupName: string,
  invokedFunctionArn: string,
): VerifiedRequest | undefined {
  const { success, data } = eventSchema.safeParse(event);
  if (!success || !isBeside(data.requestContext.elb.targetGroupArn, targetGroupName, invokedFunctionArn))
    return undefined;
  const values = (name: string): string[] => [
    ...valuesOf(data.headers ?? {}, name),
    ...valuesOf(data.multiValueHeaders ?? {}, name),
  ];
  const [leaf, ...others] = values(LEAF);
  const isClear = leaf !== undefined && others.length === 0 && values(UNVERIFIED).length === 0;
  return { event: data, spiffeId: isClear ? spiffeIdOf(leaf) : undefined };
}

function isBeside(groupArn: string, name: string, functionArn: string): boolean {
  const group = GROUP_ARN.exec(groupArn)?.groups;
  const own = FUNCTION_ARN.exec(functionArn)?.groups;
  if (group === undefined || own === undefined || group['name'] !== name) return false;
  return ['partition', 'region', 'account'].every((part) => group[part] === own[part]);
}

function valuesOf(headers: Readonly<Record<string, string | readonly string[]>>, name: string): string[] {
  return Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]) => value);
}

function spiffeIdOf(leaf: string): string | undefined {
  try {
    const id = soleSpiffeId(new X509Certificate(decodeURIComponent(leaf)));
    return id !== undefined && SPIFFE.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
