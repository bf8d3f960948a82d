import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { keyIdOf, LedgerKeyError, requireP256, type Signer } from './signer';

/**
 * Signs with a key of this machine: for tests and trials, where whoever writes the ledger could sign another one.
 *
 * @param privateKeyPem PKCS #8 or SEC 1, without a passphrase
 * @throws LedgerKeyError no such key, or not of ECDSA on P-256
 */
export function createLocalSigner(privateKeyPem: string): Signer {
  let key: KeyObject;
  try {
    key = createPrivateKey(privateKeyPem);
  } catch {
    throw new LedgerKeyError('the private key cannot be read; give PEM (PKCS #8) without a passphrase');
  }
  requireP256(key);
  const id = keyIdOf(createPublicKey(key));
  return {
    keyId: () => Promise.resolve(id),
    sign: (bytes) => Promise.resolve(sign('sha256', bytes, key)),
  };
}
