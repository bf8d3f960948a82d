import {
  EncryptedDataKey,
  KeyringNode,
  KeyringTraceFlag,
  KmsKeyringNode,
  type NodeDecryptionMaterial,
  type NodeEncryptionMaterial,
} from '@aws-crypto/client-node';
import { DecryptCommand, GenerateDataKeyCommand } from '@aws-sdk/client-kms';
import { SPLIT_CONTEXT_PROVIDER } from '../../../lambda/envelope/keys/kms-data-keys';
import { KEY_ARN, type FakeKms } from './fake-kms';

/** All a user of an official SDK needs to read and write our messages: a keyring that withholds the record from KMS. */
export class SplitContextKeyring extends KeyringNode {
  constructor(private readonly kms: FakeKms) {
    super();
  }

  async _onEncrypt(material: NodeEncryptionMaterial): Promise<NodeEncryptionMaterial> {
    const EncryptionContext = withoutRecord(material.encryptionContext);
    const answer = await this.kms.send(
      new GenerateDataKeyCommand({ KeyId: KEY_ARN, NumberOfBytes: 32, EncryptionContext }),
    );
    const encryptedDataKey = new EncryptedDataKey({
      providerId: SPLIT_CONTEXT_PROVIDER,
      providerInfo: KEY_ARN,
      encryptedDataKey: answer.CiphertextBlob ?? new Uint8Array(),
    });
    return material
      .setUnencryptedDataKey(answer.Plaintext ?? new Uint8Array(), {
        keyNamespace: SPLIT_CONTEXT_PROVIDER,
        keyName: KEY_ARN,
        flags: KeyringTraceFlag.WRAPPING_KEY_GENERATED_DATA_KEY,
      })
      .addEncryptedDataKey(encryptedDataKey, KeyringTraceFlag.WRAPPING_KEY_ENCRYPTED_DATA_KEY);
  }

  async _onDecrypt(
    material: NodeDecryptionMaterial,
    keys: EncryptedDataKey[],
  ): Promise<NodeDecryptionMaterial> {
    const ours = keys.find(({ providerId }) => providerId === SPLIT_CONTEXT_PROVIDER);
    if (ours === undefined) return material;
    const EncryptionContext = withoutRecord(material.encryptionContext);
    const { Plaintext } = await this.kms.send(
      new DecryptCommand({ KeyId: KEY_ARN, CiphertextBlob: ours.encryptedDataKey, EncryptionContext }),
    );
    return material.setUnencryptedDataKey(Plaintext ?? new Uint8Array(), {
      keyNamespace: SPLIT_CONTEXT_PROVIDER,
      keyName: KEY_ARN,
      flags: KeyringTraceFlag.WRAPPING_KEY_DECRYPTED_DATA_KEY,
    });
  }
}

function withoutRecord(context: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(context).filter(([key]) => key !== 'record'));
}

/** The SDK's own KMS keyring, with the whole context for KMS. */
export function plainKeyring(kms: FakeKms): KmsKeyringNode {
  const client = {
    generateDataKey: (input: GenerateDataKeyCommand['input']) => kms.send(new GenerateDataKeyCommand(input)),
    decrypt: (input: DecryptCommand['input']) => kms.send(new DecryptCommand(input)),
    encrypt: () => Promise.reject(new Error('one key only')),
  };
  return new KmsKeyringNode({ generatorKeyId: KEY_ARN, clientProvider: () => client });
}
