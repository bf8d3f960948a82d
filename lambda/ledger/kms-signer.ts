import { createHash } from 'node:crypto';
import { GetPublicKeyCommand, SignCommand, type KMSClient } from '@aws-sdk/client-kms';
import { withinDeadline } from './deadline';
import { LedgerError } from './ledger-error';
import { keyIdOf, publicKeysOf, type Signer } from './signer';

/** Milliseconds for one call with the attempts of the SDK. Records wait while their segment is closed. */
const CALL_DEADLINE_MS = 2_000;

export interface KmsSignerProps {
  readonly kms: Pick<KMSClient, 'send'>;
  /** ARN or id of a key ECC_NIST_P256 for SIGN_VERIFY, not of an alias: an alias may move to another key. */
  readonly keyId: string;
}

/**
 * Signs by KMS, so that nobody has the key. Needs `kms:Sign` and, once a process, `kms:GetPublicKey`.
 *
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
 */
export function createKmsSigner({ kms, keyId }: KmsSignerProps): Signer {
  let id: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const { PublicKey } = await called((signal) =>
      kms.send(new GetPublicKeyCommand({ KeyId: keyId }), { abortSignal: signal }),
    );
    const [key] = publicKeysOf(PublicKey === undefined ? [] : [PublicKey]).values();
    if (key === undefined) throw new LedgerError('SIGNING_FAILED', 'KMS gave no public key');
    return keyIdOf(key);
  }

  return {
    keyId: () => {
      id ??= ask();
      // a failure is not kept
      id.catch(() => {
        id = undefined;
      });
      return id;
    },
    async sign(bytes) {
      const { Signature } = await called((signal) =>
        kms.send(
          new SignCommand({
            KeyId: keyId,
            // a checkpoint may be longer than the 4,096 bytes that KMS hashes itself
            Message: createHash('sha256').update(bytes).digest(),
            MessageType: 'DIGEST',
            SigningAlgorithm: 'ECDSA_SHA_256',
          }),
          { abortSignal: signal },
        ),
      );
      if (Signature === undefined) throw new LedgerError('SIGNING_FAILED', 'KMS gave no signature');
      return Signature;
    },
  };
}

/** The text of KMS names keys and principals: it stays here. */
async function called<Answer>(send: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
  try {
    return await withinDeadline(CALL_DEADLINE_MS, send);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown error';
    throw new LedgerError('SIGNING_FAILED', `KMS did not sign (${name})`);
  }
}
