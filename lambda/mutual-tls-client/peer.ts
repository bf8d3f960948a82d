import { X509Certificate } from 'node:crypto';
import type { ConnectionOptions } from 'node:tls';
import { checkCertificate, soleSpiffeId } from '../mesh/check-certificate';
import type { Membership } from '../mesh/membership';
import { isRevoked, pinsOf } from '../mesh/pins';
import { spiffeId, type ServiceIdentity } from '../mesh/service-identity';
import { spkiPin } from '../mesh/spki-pin';
import { refusal } from './mutual-tls-error';

/** AES-GCM with forward secrecy; ChaCha20 and whatever has no authenticated encryption are left out. */
const CIPHERS = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
].join(':');

/** How a connection to one service is made, and which certificate of its own it shows. */
export interface PeerConnection {
  readonly options: ConnectionOptions;
  /** Of our certificate, milliseconds since 1970. */
  readonly notAfter: number;
}

/**
 * TLS 1.2 or 1.3 to exactly one service: our anchors and no others, its SPIFFE id and no name of DNS, and one of its published keys.
 * @throws MutualTlsError OWN_CERTIFICATE, REVOKED, PEER_UNKNOWN
 */
export function peerConnection(
  self: ServiceIdentity,
  { identity, anchors, pins }: Membership,
  peer: string,
  now: number,
): PeerConnection {
  if (isRevoked(pins, self.service)) throw refusal('REVOKED');
  const own = checkCertificate({ ...identity, anchors, spiffeId: self.spiffeId, now });
  if (typeof own === 'string') throw refusal('OWN_CERTIFICATE');
  const known = pinsOf(pins, peer);
  if (known.length === 0) throw refusal('PEER_UNKNOWN');
  const expected = spiffeId(self.trustDomain, peer);
  return {
    notAfter: own.notAfter,
    options: {
      cert: identity.certificate,
      key: identity.key,
      ca: anchors,
      minVersion: 'TLSv1.2',
      maxVersion: 'TLSv1.3',
      ciphers: CIPHERS,
      ecdhCurve: 'P-256:P-384',
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: true,
      // asked after the chain was found good; the name of the host says nothing here
      checkServerIdentity: (_host, { raw }) => {
        const leaf = new X509Certificate(raw);
        if (soleSpiffeId(leaf) !== expected) return refusal('PEER_IDENTITY');
        return known.includes(spkiPin(leaf.publicKey)) ? undefined : refusal('PEER_PIN');
      },
    },
  };
}
