import { z } from 'zod';
import { GatewayError } from '../gateway-error';

/** The body of a proxy event, of API Gateway and of a load balancer alike. */
export const proxyBody = {
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().optional(),
};

/** @throws GatewayError BODY_NOT_JSON: there is none */
export function bodyOf(event: {
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean | undefined;
}): string | Uint8Array {
  if (event.body === undefined || event.body === null) throw new GatewayError('BODY_NOT_JSON');
  return event.isBase64Encoded === true ? Buffer.from(event.body, 'base64') : event.body;
}
