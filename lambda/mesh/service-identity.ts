import { MESH_SECRET_PREFIX } from '../../lib/contract/mesh-identity';
import { MeshError } from './mesh-error';

export interface ServiceIdentity {
  readonly trustDomain: string;
  readonly service: string;
  readonly spiffeId: string;
}

/** Secrets Manager puts a hyphen and six letters or digits behind the name. */
const IDENTITY_SECRET = new RegExp(
  `^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:${MESH_SECRET_PREFIX}` +
    '(?<trustDomain>[a-z0-9-]+(?:\\.[a-z0-9-]+)+)/(?<service>[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?)-[A-Za-z0-9]{6}$',
  'u',
);

/**
 * Whom the certificate in a secret is for: read from the secret's ARN alone. Nothing that a caller may say comes in here.
 * @param secretArn as Secrets Manager gives it, never as an event does
 * @throws MeshError EVENT_REFUSED the secret is no identity
 */
export function identityOfSecret(secretArn: string): ServiceIdentity {
  const { trustDomain, service } = IDENTITY_SECRET.exec(secretArn)?.groups ?? {};
  if (trustDomain === undefined || service === undefined)
    throw new MeshError('EVENT_REFUSED', 'the secret is not the identity of a service');
  return { trustDomain, service, spiffeId: spiffeId(trustDomain, service) };
}

/** As lib/mesh/spiffe-id.ts has it; a test holds the two together. */
export function spiffeId(trustDomain: string, service: string): string {
  return `spiffe://${trustDomain}/service/${service}`;
}
