/** SPIFFE id of a service: `spiffe://<trust domain>/service/<name>`. */
export function spiffeId(trustDomain: string, service: string): string {
  return `spiffe://${trustDomain}/service/${service}`;
}

/** Names such as `phi.internal`. Source: SPIFFE, "The SPIFFE Identity and Verifiable Identity Document", section 2.1. */
export const TRUST_DOMAIN =
  /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/u;

/** Names such as `ai-gateway`, at most 40 characters. */
export const SERVICE_NAME = /^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/u;
