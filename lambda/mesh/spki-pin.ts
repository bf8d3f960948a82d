import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** SHA-256 of the public key as SubjectPublicKeyInfo in base64, 44 characters: what Envoy calls `verify_certificate_spki`. */
export function spkiPin(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

/** The pin of a private key in PEM; undefined where it is none. */
export function pinOfPrivateKey(pem: string): string | undefined {
  try {
    return spkiPin(createPrivateKey(pem));
  } catch {
    return undefined;
  }
}
