import type { CanonicalValue } from '../canonical-json';
import { isSignedBy, type PublicKeys, type Signed } from '../signer';
import type { FindingCode } from './finding';

/** @returns what is wrong with the signature; undefined when nothing is, or no keys are given */
export function signatureFault(
  statement: Readonly<Record<string, CanonicalValue>> & Signed,
  keys: PublicKeys | undefined,
): FindingCode | undefined {
  if (keys === undefined) return undefined;
  const key = keys.get(statement.keyId);
  if (key === undefined) return 'SIGNATURE_KEY_UNKNOWN';
  return isSignedBy(statement, key) ? undefined : 'SIGNATURE_INVALID';
}
