import { timingSafeEqual } from 'node:crypto';
import type { Digest, DigestKind } from '../ledger/mac';

/** Digests of what a record may tell apart and must not tell. */
export interface Mac {
  /** @throws LedgerError the key cannot be had: then there is no record, and nothing may leave */
  of(kind: DigestKind, text: string): Digest | Promise<Digest>;
}

/** Compares digests of one key. */
export function sameDigest(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
