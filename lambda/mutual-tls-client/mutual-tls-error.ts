export type MutualTlsErrorCode =
  /** What this function has is no certificate that is valid now. */
  | 'OWN_CERTIFICATE'
  /** This service was taken out of the mesh. */
  | 'REVOKED'
  /** The other service was taken out of the mesh, or never had a key. */
  | 'PEER_UNKNOWN'
  /** No anchor vouches for its certificate, or it is not one of a server. */
  | 'PEER_UNTRUSTED'
  /** Its certificate ran out, or is not valid yet. */
  | 'PEER_EXPIRED'
  /** Its SPIFFE id is another one. */
  | 'PEER_IDENTITY'
  /** Its key is none of those that were published. */
  | 'PEER_PIN'
  /** It speaks no protocol or cipher that is let through. */
  | 'PROTOCOL'
  /** It would not have us. */
  | 'REFUSED_BY_PEER'
  /** No connection, or none that lasted. */
  | 'CONNECTION'
  /** Secrets Manager gave nothing. */
  | 'SECRETS';

/** Why there is no connection. Holds a code, and nothing of what would have been sent. */
export class MutualTlsError extends Error {
  override readonly name = 'MutualTlsError';

  constructor(
    readonly code: MutualTlsErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** By the code that Node gives to what OpenSSL found. */
const CODES: Readonly<Record<string, MutualTlsErrorCode>> = {
  CERT_HAS_EXPIRED: 'PEER_EXPIRED',
  CERT_NOT_YET_VALID: 'PEER_EXPIRED',
  CERT_CHAIN_TOO_LONG: 'PEER_UNTRUSTED',
  CERT_REJECTED: 'PEER_UNTRUSTED',
  CERT_SIGNATURE_FAILURE: 'PEER_UNTRUSTED',
  CERT_UNTRUSTED: 'PEER_UNTRUSTED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'PEER_UNTRUSTED',
  INVALID_CA: 'PEER_UNTRUSTED',
  INVALID_PURPOSE: 'PEER_UNTRUSTED',
  SELF_SIGNED_CERT_IN_CHAIN: 'PEER_UNTRUSTED',
  UNABLE_TO_GET_ISSUER_CERT: 'PEER_UNTRUSTED',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'PEER_UNTRUSTED',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'PEER_UNTRUSTED',
  ERR_SSL_NO_CIPHERS_AVAILABLE: 'PROTOCOL',
  ERR_SSL_NO_PROTOCOLS_AVAILABLE: 'PROTOCOL',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'PROTOCOL',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'PROTOCOL',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'PROTOCOL',
  ERR_SSL_WRONG_CIPHER_RETURNED: 'PROTOCOL',
  ERR_SSL_WRONG_VERSION_NUMBER: 'PROTOCOL',
};

const WORDS: Readonly<Record<MutualTlsErrorCode, string>> = {
  OWN_CERTIFICATE: 'the certificate of this service is not valid now',
  REVOKED: 'this service was taken out of the mesh',
  PEER_UNKNOWN: 'no key of the peer is published',
  PEER_UNTRUSTED: 'no anchor vouches for the certificate of the peer',
  PEER_EXPIRED: 'the certificate of the peer is not valid now',
  PEER_IDENTITY: 'the SPIFFE id of the peer is another one',
  PEER_PIN: 'the key of the peer is not published',
  PROTOCOL: 'the peer speaks no protocol and cipher that is let through',
  REFUSED_BY_PEER: 'the peer refused the connection',
  CONNECTION: 'there is no connection',
  SECRETS: 'Secrets Manager gave no identity',
};

export function refusal(code: MutualTlsErrorCode): MutualTlsError {
  return new MutualTlsError(code, WORDS[code]);
}

/** What was thrown, in words of ours. */
export function mutualTlsError(error: unknown): MutualTlsError {
  if (error instanceof MutualTlsError) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const known = CODES[code];
  if (known) return refusal(known);
  return refusal(/^ERR_SSL_.*_ALERT_/u.test(code) ? 'REFUSED_BY_PEER' : 'CONNECTION');
}
