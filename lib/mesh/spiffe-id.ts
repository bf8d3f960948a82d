/** SPIFFE id of a service: `spiffe://<trust domain>/service/<name>`. */
export function spiffeId(trustDomain: string, service: string): string {
  return `spiffe://${trustDomain}/service/${service}`;
}
