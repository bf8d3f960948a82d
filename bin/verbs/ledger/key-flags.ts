import { publicKeysOf, type PublicKeys } from '../../../lambda/ledger/signer';
import { keyText } from '../evidence/key-file';

/** Options of `parseArgs`; a key that was replaced is still needed for what it signed. */
export const KEY_OPTIONS = {
  'public-key': { type: 'string', multiple: true },
  'kms-key-id': { type: 'string', multiple: true },
} as const;

interface KeyFlags {
  readonly 'public-key'?: readonly string[] | undefined;
  readonly 'kms-key-id'?: readonly string[] | undefined;
}

/**
 * @returns undefined: none is given
 * @throws UsageError, LedgerKeyError
 */
export async function keysOf(flags: KeyFlags): Promise<PublicKeys | undefined> {
  const [files, ids] = [flags['public-key'] ?? [], flags['kms-key-id'] ?? []];
  if (files.length + ids.length === 0) return undefined;
  const fromKms: Uint8Array[] = [];
  if (ids.length > 0) {
    const { kmsPublicKey } = await import('../evidence/kms.js');
    for (const id of ids) fromKms.push((await kmsPublicKey(id)).export({ format: 'der', type: 'spki' }));
  }
  return publicKeysOf([...files.map(keyText), ...fromKms]);
}
