import type tls from 'node:tls';
import { spiffeId } from '../../lib/mesh/spiffe-id';
import type { OpensslPki, Minted } from './openssl-pki';
import type { Attempt } from './tls-client';

const DAY = 86_400_000;
const MINUTE = 60_000;
const DOMAIN = 'phi.internal';

/** What Envoy counts a refusal as. */
export const COUNTERS = {
  /** No certificate was shown. */
  none: ['ssl.fail_verify_no_cert'],
  /** Chain, time or purpose. */
  chain: ['ssl.fail_verify_error'],
  id: ['ssl.fail_verify_san'],
  key: ['ssl.fail_verify_cert_hash'],
  /** There was no handshake to agree on. */
  handshake: ['ssl.connection_error', 'no_filter_chain_match'],
} as const;

export interface Case {
  readonly name: string;
  readonly attempt: Attempt;
  /** Why it is refused; undefined where it is admitted. */
  readonly refused?: keyof typeof COUNTERS;
  /** Refused by Envoy alone: a server that looks at chains knows neither ids nor pins. */
  readonly onlyEnvoy?: boolean;
}

export interface Matrix {
  readonly cases: readonly Case[];
  /** The authority, PEM file. */
  readonly trustFile: string;
  readonly server: Minted;
  readonly good: Minted;
  readonly other: Minted;
  readonly revoked: Minted;
  readonly revokedList: string;
}

const only = (version: tls.SecureVersion, ciphers?: string): tls.ConnectionOptions => ({
  minVersion: version,
  maxVersion: version,
  // OpenSSL would not even offer what is wrong
  ciphers: `${ciphers ?? 'ALL'}:@SECLEVEL=0`,
});

/** Every way in that is wrong, and the right ones. All certificates are for one key, so that none is refused for its pin. */
export function matrix(pki: OpensslPki): Matrix {
  const authority = pki.authority('Mesh');
  const id = spiffeId(DOMAIN, 'orchestrator');
  const ids = [id];
  const server = pki.leaf(authority, {
    ids: [spiffeId(DOMAIN, 'inference')],
    hosts: ['inference.phi.internal'],
  });
  const good = pki.leaf(authority, { ids });
  const other = pki.leaf(authority, { ids: [spiffeId(DOMAIN, 'billing')] });
  const revoked = pki.leaf(authority, { ids });
  const leaf = (options: Parameters<OpensslPki['leaf']>[1], from = authority) =>
    pki.leaf(from, { keyOf: good, ...options });
  const cut = (name: string, options: tls.ConnectionOptions): Case => ({
    name,
    attempt: { leaf: good, options },
    refused: 'handshake',
  });
  const cases: readonly Case[] = [
    {
      name: 'the right certificate over TLS 1.3',
      attempt: { leaf: good, options: { minVersion: 'TLSv1.3' } },
    },
    {
      name: 'the right certificate over TLS 1.2',
      attempt: { leaf: good, options: only('TLSv1.2', 'ECDHE-ECDSA-AES256-GCM-SHA384') },
    },
    { name: 'another service that may call', attempt: { leaf: other } },
    { name: 'no certificate', attempt: {}, refused: 'none' },
    {
      name: 'a certificate of another authority',
      attempt: { leaf: leaf({ ids }, pki.authority('Other')) },
      refused: 'chain',
    },
    {
      name: 'a certificate of an authority of the same name',
      attempt: { leaf: leaf({ ids }, pki.authority('Mesh')) },
      refused: 'chain',
    },
    {
      name: 'a certificate that signs itself',
      attempt: { leaf: leaf({ ids }, pki.pretender(good)) },
      refused: 'chain',
    },
    {
      name: 'a certificate that another service has signed',
      attempt: { leaf: leaf({ ids }, pki.pretender(other)) },
      refused: 'chain',
    },
    {
      name: 'a certificate that has expired',
      attempt: { leaf: leaf({ ids, from: -9 * DAY, until: -MINUTE }) },
      refused: 'chain',
    },
    {
      name: 'a certificate that is not valid yet',
      attempt: { leaf: leaf({ ids, from: DAY, until: 2 * DAY }) },
      refused: 'chain',
    },
    {
      name: 'a certificate for servers alone',
      attempt: { leaf: leaf({ ids, usage: 'serverAuth' }) },
      refused: 'chain',
    },
    { name: 'a certificate that was revoked', attempt: { leaf: revoked }, refused: 'key' },
    {
      name: 'a service that may not call',
      attempt: { leaf: leaf({ ids: [spiffeId(DOMAIN, 'reporting')] }) },
      refused: 'id',
      onlyEnvoy: true,
    },
    {
      name: 'an id that begins as the right one',
      attempt: { leaf: leaf({ ids: [`${id}-two`] }) },
      refused: 'id',
      onlyEnvoy: true,
    },
    {
      name: 'an id that ends as the right one',
      attempt: { leaf: leaf({ ids: [`spiffe://other/${id.slice('spiffe://'.length)}`] }) },
      refused: 'id',
      onlyEnvoy: true,
    },
    {
      name: 'the id in another trust domain',
      attempt: { leaf: leaf({ ids: [spiffeId('phi.example', 'orchestrator')] }) },
      refused: 'id',
      onlyEnvoy: true,
    },
    {
      name: 'the id in the common name alone',
      attempt: { leaf: leaf({ commonName: id }) },
      refused: 'id',
      onlyEnvoy: true,
    },
    {
      name: 'the id as a DNS name',
      attempt: { leaf: leaf({ hosts: [id] }) },
      refused: 'id',
      onlyEnvoy: true,
    },
    cut('TLS 1.0', only('TLSv1')),
    cut('TLS 1.1', only('TLSv1.1')),
    cut('CBC with SHA-1', only('TLSv1.2', 'ECDHE-ECDSA-AES128-SHA')),
    cut('CBC with SHA-256', only('TLSv1.2', 'ECDHE-ECDSA-AES128-SHA256')),
    cut('no encryption at all', only('TLSv1.2', 'ECDHE-ECDSA-NULL-SHA')),
    cut('ChaCha20 over TLS 1.2', only('TLSv1.2', 'ECDHE-ECDSA-CHACHA20-POLY1305')),
    cut('ChaCha20 over TLS 1.3', { minVersion: 'TLSv1.3', ciphers: 'TLS_CHACHA20_POLY1305_SHA256' }),
    cut('a curve that FIPS has not', { minVersion: 'TLSv1.3', ecdhCurve: 'X25519' }),
  ];
  return {
    cases,
    trustFile: authority.certificateFile,
    server,
    good,
    other,
    revoked,
    revokedList: pki.revoked(authority, revoked),
  };
}
