import { z } from 'zod';
import { LOAD_BALANCER_ALIAS } from '../../lib/contract/environment-variables';
import { TARGET_GROUP_NAME, verifiedRequest } from '../mesh/verified-request';
import { RedactionError, type RedactionErrorCode } from './errors';

/** The load balancer whose events are believed, and the SPIFFE ids of those that may call through it. */
export const doorSchema = z.strictObject({
  targetGroupName: z.string().regex(TARGET_GROUP_NAME),
  callers: z.array(z.string().regex(/^spiffe:\/\/[\w.-]+(?:\/[\w.-]+)+$/u)).min(1),
});

export type RedactionDoor = z.infer<typeof doorSchema>;

/** A response as a load balancer takes it. */
export interface DoorResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: false;
}

/** Why a request gets no further than the door. */
class DoorError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

const STATUSES: Readonly<Partial<Record<RedactionErrorCode, number>>> = {
  INVALID_EVENT: 400,
  INVALID_TEXT: 400,
  TOO_MANY_NAMES: 400,
  TEXT_TOO_LARGE: 413,
  CONTENT_REFUSED: 422,
  SEAL_UNAVAILABLE: 503,
  STORE_UNAVAILABLE: 503,
};

/** Whether the function was invoked by the alias that load balancers use. */
export function isDoorCall(invokedFunctionArn: string): boolean {
  return invokedFunctionArn.endsWith(`:${LOAD_BALANCER_ALIAS}`);
}

export interface DoorProps {
  /** Undefined: there is none, and whoever comes is turned away. */
  readonly door: RedactionDoor | undefined;
  /** Throws nothing but RedactionError. */
  readonly redact: (event: unknown) => Promise<object>;
  /** Told of whom is turned away before anything is redacted; holds nothing of a request. */
  readonly turnedAway: (statusCode: number) => void;
}

/**
 * Serves POST of JSON through the door: the body is the event that a direct call would send. A load balancer with mutual TLS
 * admits every certificate of the CAs it trusts, so who may call is decided here. Nothing of a body is in an error.
 */
export function createDoor({ door, redact, turnedAway }: DoorProps) {
  return async (event: unknown, invokedFunctionArn: string): Promise<DoorResponse> => {
    try {
      return response(200, await redact(admitted(door, event, invokedFunctionArn)));
    } catch (error) {
      if (error instanceof DoorError) {
        turnedAway(error.statusCode);
        return problem(error.statusCode, error.message);
      }
      if (error instanceof RedactionError) return problem(STATUSES[error.code] ?? 500, error.message);
      return problem(500, 'redaction failed; nothing was returned');
    }
  };
}

/** @throws DoorError */
function admitted(door: RedactionDoor | undefined, event: unknown, invokedFunctionArn: string): unknown {
  const request = door && verifiedRequest(event, door.targetGroupName, invokedFunctionArn);
  if (!request) throw new DoorError(403, 'this is no request of the load balancer in front');
  if (request.spiffeId === undefined) throw new DoorError(401, 'no certificate names one service');
  if (!door.callers.includes(request.spiffeId)) throw new DoorError(403, 'the service is no caller');
  const { httpMethod, body, isBase64Encoded } = request.event;
  if (httpMethod !== 'POST') throw new DoorError(405, 'use POST');
  try {
    return JSON.parse(
      isBase64Encoded === true ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? ''),
    ) as unknown;
  } catch {
    throw new DoorError(400, 'the body is no JSON');
  }
}

function problem(status: number, detail: string): DoorResponse {
  return response(status, { type: 'about:blank', status, detail }, 'application/problem+json');
}

function response(statusCode: number, content: object, type = 'application/json'): DoorResponse {
  return {
    statusCode,
    headers: { 'content-type': type, 'cache-control': 'no-store' },
    body: JSON.stringify(content),
    isBase64Encoded: false,
  };
}
