import { createPrivateKey, X509Certificate } from 'node:crypto';
import { MESH_CERTIFICATE_DAYS } from '../../lib/contract/mesh';

const DAY_MS = 86_400_000;
/** AWS Private CA dates a certificate back by an hour. Source: AWS Private CA API reference, IssueCertificate, `ValidityNotBefore`. */
const BACKDATED_MS = 3_600_000;
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
/** CAs between a leaf and an anchor. */
const LONGEST_CHAIN = 3;

export type CertificateFault =
  /** Not a certificate, or not a key. */
  | 'UNREADABLE'
  /** The key is another one's. */
  | 'KEY_MISMATCH'
  /** No anchor vouches for it. */
  | 'UNTRUSTED'
  | 'EXPIRED'
  | 'NOT_YET_VALID'
  | 'TOO_LONG'
  /** The SPIFFE id is not exactly the one that is asked for, or not alone. */
  | 'WRONG_IDENTITY'
  /** A CA, or not for both ends of a connection. */
  | 'WRONG_USE';

export interface CertificateCheck {
  /** PEM: the leaf first. */
  readonly certificate: string;
  /** PEM. */
  readonly key: string;
  /** PEM, one or more. */
  readonly anchors: string;
  readonly spiffeId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface CertificateLife {
  /** Milliseconds since 1970. */
  readonly notAfter: number;
}

/** Judges a leaf with its key as a peer would, and more. Returns how long it lives, or what is wrong with it. */
export function checkCertificate(check: CertificateCheck): CertificateLife | CertificateFault {
  try {
    const [leaf, ...chain] = certificatesOf(check.certificate);
    if (!leaf) return 'UNREADABLE';
    if (!leaf.checkPrivateKey(createPrivateKey(check.key))) return 'KEY_MISMATCH';
    const [notBefore, notAfter] = [Date.parse(leaf.validFrom), Date.parse(leaf.validTo)];
    if (check.now >= notAfter) return 'EXPIRED';
    if (check.now < notBefore) return 'NOT_YET_VALID';
    if (notAfter - notBefore > MESH_CERTIFICATE_DAYS.valid * DAY_MS + BACKDATED_MS) return 'TOO_LONG';
    if (!isAnchored(leaf, chain, certificatesOf(check.anchors), check.now)) return 'UNTRUSTED';
    const uses = leaf.keyUsage ?? [];
    if (leaf.ca || !uses.includes(SERVER_AUTH) || !uses.includes(CLIENT_AUTH)) return 'WRONG_USE';
    return soleSpiffeId(leaf) === check.spiffeId ? { notAfter } : 'WRONG_IDENTITY';
  } catch {
    return 'UNREADABLE';
  }
}

/** The one URI of a certificate; an SVID has exactly one. Source: SPIFFE, "X509-SVID", section 2. */
export function soleSpiffeId(leaf: X509Certificate): string | undefined {
  // Node quotes names with a comma or a quote in them, so these cannot pose as a list
  const names = (leaf.subjectAltName ?? '').split(', ').filter((name) => name.startsWith('URI:'));
  return names.length === 1 ? names[0]?.slice('URI:'.length) : undefined;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/gu;

/** @throws Error where PEM holds what is no certificate */
export function certificatesOf(pem: string): readonly X509Certificate[] {
  return [...pem.matchAll(CERTIFICATE)].map(([text]) => new X509Certificate(text));
}

function isAnchored(
  leaf: X509Certificate,
  chain: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  now: number,
): boolean {
  let subject = leaf;
  for (let length = 0; length <= LONGEST_CHAIN; length += 1) {
    const issued = (issuer: X509Certificate): boolean =>
      issuer.ca &&
      Date.parse(issuer.validFrom) <= now &&
      now < Date.parse(issuer.validTo) &&
      subject.checkIssued(issuer) &&
      subject.verify(issuer.publicKey);
    if (anchors.some(issued)) return true;
    const above = chain.find(issued);
    if (!above || above === subject) return false;
    subject = above;
  }
  return false;
}
