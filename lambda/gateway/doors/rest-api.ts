import { z } from 'zod';
import type { Caller } from '../caller';
import { GatewayError } from '../gateway-error';
import { cognitoCaller } from './cognito';
import type { Arrival, RestApiDoor } from './door';
import { bodyOf, proxyBody } from './http-event';

const eventSchema = z.object({
  ...proxyBody,
  /** The path as the API defines it, not as it was called. */
  resource: z.string().nullish(),
  requestContext: z.object({
    apiId: z.string(),
    identity: z.object({ userArn: z.string().nullish() }).nullish(),
    authorizer: z.object({ claims: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  }),
});

/** A path of one use case, as `AiGateway` defines them. */
const USE_CASE_PATH = /^\/use-cases\/([a-z0-9-]{1,64})\//u;
const OVERSIGHT_PATH = '/oversight';
const SESSION = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([\w+=,.@-]{1,64})\/([\w+=,.@-]{2,64})$/u;
const USER = /^arn:[\w-]+:iam::\d{12}:user\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/u;

/**
 * A proxy event of API Gateway. Who calls stands in `requestContext`, which API Gateway writes; headers and body are the
 * caller's and are not looked at. Source: API Gateway developer guide, "Input format of a Lambda function for proxy
 * integration"; "$context variables", `identity.userArn` and `authorizer.claims`.
 */
export function readRestApi(door: RestApiDoor, event: unknown): Arrival {
  const read = eventSchema.safeParse(event);
  if (!read.success || read.data.requestContext.apiId !== door.apiId) throw new GatewayError('DOOR_UNKNOWN');
  const { identity, authorizer } = read.data.requestContext;
  const userArn = identity?.userArn ?? undefined;
  const claims = authorizer?.claims ?? undefined;
  // a method has one authorizer: an event with two senders was written by nobody we know
  if ((userArn === undefined) === (claims === undefined)) throw new GatewayError('UNAUTHENTICATED');
  const caller = userArn === undefined ? cognitoCaller(door, claims ?? {}) : iamCaller(userArn);
  return { caller: { ...caller, ...boundBy(read.data.resource ?? '') }, body: bodyOf(read.data) };
}

/** What a path is for: its throttle and who may call it hold for nothing else. */
function boundBy(resource: string): Pick<Caller, 'onlyUseCase' | 'onlyOversight'> {
  if (resource === OVERSIGHT_PATH) return { onlyOversight: true };
  const [, onlyUseCase] = USE_CASE_PATH.exec(resource) ?? [];
  return onlyUseCase === undefined ? {} : { onlyUseCase };
}

/** A role by its session, or a user. Root, federated users and whatever else has an ARN are refused. */
function iamCaller(userArn: string): Caller {
  const [, partition, account, role, session] = SESSION.exec(userArn) ?? [];
  if (role !== undefined && session !== undefined) {
    const principal = `arn:${partition}:iam::${account}:role/${role}`;
    // whoever assumes a role names the session: a hint, no proof
    return { principal, authentication: 'iam', onBehalfOf: session, grants: [principal] };
  }
  if (!USER.test(userArn)) throw new GatewayError('UNAUTHENTICATED');
  const principal = userArn.replace(/:user\/.*\//u, ':user/');
  return { principal, authentication: 'iam', grants: [principal] };
}
