import { DecryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import { LEDGER_MAC_CONTEXT } from '../../lib/contract/ledger';
import { withinDeadline } from './deadline';
import { LedgerError } from './ledger-error';
import { createMac, type Mac } from './mac';

/** Milliseconds for the call with the attempts of the SDK. */
const CALL_DEADLINE_MS = 5_000;

export interface KmsMacProps {
  readonly kms: Pick<KMSClient, 'send'>;
  /** ARN of the symmetric KMS key under which the key of digests is encrypted. */
  readonly keyArn: string;
  /** The encrypted key, in base64, as `GenerateDataKeyWithoutPlaintext` gave it for `LEDGER_MAC_CONTEXT`. */
  readonly encryptedKey: string;
}

/**
 * The key of digests, decrypted once at the start of a process and kept in its memory only.
 *
 * @throws LedgerError LEDGER_UNAVAILABLE KMS did not decrypt it; RangeError it has not 32 bytes
 */
export async function loadKmsMac({ kms, keyArn, encryptedKey }: KmsMacProps): Promise<Mac> {
  const key = await decrypted({ kms, keyArn, encryptedKey });
  try {
    return createMac(key);
  } finally {
    key.fill(0);
  }
}

async function decrypted({ kms, keyArn, encryptedKey }: KmsMacProps): Promise<Uint8Array> {
  try {
    const { Plaintext, KeyId } = await withinDeadline(CALL_DEADLINE_MS, (signal) =>
      kms.send(
        new DecryptCommand({
          // the key that must have encrypted it, and not the one that a changed blob names
          KeyId: keyArn,
          CiphertextBlob: Buffer.from(encryptedKey, 'base64'),
          EncryptionContext: LEDGER_MAC_CONTEXT,
        }),
        { abortSignal: signal },
      ),
    );
    if (Plaintext !== undefined && KeyId === keyArn) return Plaintext;
    throw new TypeError('no plaintext of this key');
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown error';
    throw new LedgerError('LEDGER_UNAVAILABLE', `KMS did not decrypt the key of digests (${name})`);
  }
}
