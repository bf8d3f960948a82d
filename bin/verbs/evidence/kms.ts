import type { KeyObject } from 'node:crypto';
import type * as Kms from '@aws-sdk/client-kms';
import { publicKeyOf, type Signer } from '../../../lib/compliance/evidence/signature';
import { UsageError } from '../verb';

/** Region, credentials and endpoint are those of the SDK's default chain. */
export async function kmsSigner(keyId: string): Promise<Signer> {
  const { KMSClient, SignCommand } = await loadKms();
  const client = new KMSClient({});
  return {
    keyId,
    async sign(bytes) {
      const { Signature } = await asked(() =>
        client.send(
          // RAW: KMS hashes it; what is signed is far below its limit of 4,096 bytes
          new SignCommand({
            KeyId: keyId,
            Message: bytes,
            MessageType: 'RAW',
            SigningAlgorithm: 'ECDSA_SHA_256',
          }),
        ),
      );
      if (!Signature) throw new UsageError(`KMS gave no signature by '${keyId}'`);
      return Signature;
    },
  };
}

export async function kmsPublicKey(keyId: string): Promise<KeyObject> {
  const { KMSClient, GetPublicKeyCommand } = await loadKms();
  const { PublicKey } = await asked(() => new KMSClient({}).send(new GetPublicKeyCommand({ KeyId: keyId })));
  if (!PublicKey) throw new UsageError(`KMS gave no public key of '${keyId}'`);
  return publicKeyOf(PublicKey);
}

/** Only who signs by KMS needs the SDK. */
async function loadKms(): Promise<typeof Kms> {
  try {
    return await import('@aws-sdk/client-kms');
  } catch {
    throw new UsageError(
      '--kms-key-id needs the package @aws-sdk/client-kms; npm install --save-dev @aws-sdk/client-kms',
    );
  }
}

/** KMS's refusals are about what the caller gave: the key, its type, the rights. */
async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
    throw new UsageError(
      `KMS refused: ${reason}; the key must be ECC_NIST_P256 for SIGN_VERIFY, and yours to use`,
    );
  }
}
