import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { CanonicalValue } from './canonical-json';
import { lineOf } from './line';

/** Whatever holds a private key of ECDSA on P-256: a file, or KMS. */
export interface Signer {
  /** SHA-256 of the public key as certificates have it (SPKI, DER): who has the key knows its id without asking anybody. */
  keyId(): Promise<string>;
  /** Signs SHA-256 of the bytes; DER. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Public keys by their id: those in use, and those that were. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

// no interface: those are not taken for plain values
export type Signed = {
  readonly keyId: string;
  /** Base64. */
  readonly signature: string;
};

/** A key that cannot sign or check a ledger. */
export class LedgerKeyError extends Error {
  override readonly name = 'LedgerKeyError';
}

/** The statement with its signature, over everything but the signature. */
export async function signed<Statement extends Readonly<Record<string, CanonicalValue>>>(
  statement: Statement,
  signer: Signer,
): Promise<Statement & Signed> {
  const named = { ...statement, keyId: await signer.keyId() };
  const signature = await signer.sign(Buffer.from(lineOf(named)));
  return { ...named, signature: Buffer.from(signature).toString('base64') };
}

export function isSignedBy(
  { signature, ...statement }: Readonly<Record<string, CanonicalValue>> & Signed,
  key: KeyObject,
): boolean {
  try {
    return verify('sha256', Buffer.from(lineOf(statement)), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

export function keyIdOf(key: KeyObject): string {
  return `sha256:${createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex')}`;
}

/** @throws LedgerKeyError one of them is no key of ECDSA on P-256 */
export function publicKeysOf(keys: readonly (string | Uint8Array)[]): PublicKeys {
  return new Map(
    keys.map((each) => {
      const key = publicKeyOf(each);
      return [keyIdOf(key), key];
    }),
  );
}

/** @param pemOrDer PEM, or SPKI in DER as KMS gives it */
function publicKeyOf(pemOrDer: string | Uint8Array): KeyObject {
  let key: KeyObject;
  try {
    key =
      typeof pemOrDer === 'string'
        ? createPublicKey(pemOrDer)
        : createPublicKey({ key: Buffer.from(pemOrDer), format: 'der', type: 'spki' });
  } catch {
    throw new LedgerKeyError('the public key cannot be read; give PEM (SPKI)');
  }
  requireP256(key);
  return key;
}

/** @throws LedgerKeyError */
export function requireP256(key: KeyObject): void {
  if (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return;
  throw new LedgerKeyError(
    `the key is of type '${key.asymmetricKeyType ?? 'unknown'}'; give a key of ECDSA on P-256 (prime256v1)`,
  );
}
