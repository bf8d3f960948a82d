import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  EncryptedDataKey,
  KeyringNode,
  KeyringTraceFlag,
  KmsKeyringNode,
  type NodeDecryptionMaterial,
  type NodeEncryptionMaterial,
} from '@aws-crypto/client-node';
import { DecryptCommand, GenerateDataKeyCommand } from '@aws-sdk/client-kms';
import { createEnvelope } from '../../../lambda/envelope/envelope';
import { SPLIT_CONTEXT_PROVIDER } from '../../../lambda/envelope/kms-data-keys';
import { FRAME_BYTES } from '../../../lambda/envelope/limits';
import { FakeKms, KEY_ARN } from './fake-kms';
import { BINDING, refusal } from './sealed';

const suiteId = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;
const { encrypt, decrypt } = buildClient({
  commitmentPolicy: CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
  maxEncryptedDataKeys: 1,
});

const ASTRAL = { tenant: 't-🔑', purpose: 'réponse', record: '記録-\u{10ffff}' };
const SIZES = [0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 3 * FRAME_BYTES, 5 * 1024 * 1024];

/** All a user of an official SDK needs to read and write our messages: a keyring that withholds the record from KMS. */
class SplitContextKeyring extends KeyringNode {
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
function plainKeyring(kms: FakeKms): KmsKeyringNode {
  const client = {
    generateDataKey: (input: GenerateDataKeyCommand['input']) => kms.send(new GenerateDataKeyCommand(input)),
    decrypt: (input: DecryptCommand['input']) => kms.send(new DecryptCommand(input)),
    encrypt: () => Promise.reject(new Error('one key only')),
  };
  return new KmsKeyringNode({ generatorKeyId: KEY_ARN, clientProvider: () => client });
}

// its period divides no frame length: frames that change places change the bytes
const PATTERN = Buffer.from(Array.from({ length: 251 }, (_, at) => at));
const noise = (size: number): Buffer => Buffer.alloc(size, PATTERN);

describe.each([
  ['plain ids', BINDING],
  ['astral characters', ASTRAL],
])('%s', (_, binding) => {
  test.each(SIZES)('our message of %i bytes opens in client-node', async (size) => {
    const kms = new FakeKms();
    const message = await createEnvelope({ kms, keyArn: KEY_ARN }).seal(noise(size), binding);
    const { plaintext, messageHeader } = await decrypt(new SplitContextKeyring(kms), message);
    expect(plaintext.equals(noise(size))).toBe(true);
    expect({ ...messageHeader.encryptionContext }).toEqual(binding);
    expect(messageHeader.suiteId).toBe(suiteId);
  });

  test.each(SIZES)(
    'a message of %i bytes by client-node opens here, whatever its keyring and frames',
    async (size) => {
      const kms = new FakeKms();
      const envelope = createEnvelope({ kms, keyArn: KEY_ARN });
      const writers = [new SplitContextKeyring(kms), plainKeyring(kms)].flatMap((keyring) =>
        [4096, FRAME_BYTES, 1024 * 1024].map((frameLength) => ({ keyring, frameLength })),
      );
      const opened = await Promise.all(
        writers.map(async ({ keyring, frameLength }) => {
          const options = { suiteId, frameLength, encryptionContext: { ...binding } };
          const { result } = await encrypt(keyring, noise(size), options);
          return envelope.open(result, binding);
        }),
      );
      for (const plaintext of opened) expect(Buffer.compare(plaintext, noise(size))).toBe(0);
    },
  );
});

test('the SDK’s own KMS keyring does not open our message: it is for another provider', async () => {
  const kms = new FakeKms();
  const message = await createEnvelope({ kms, keyArn: KEY_ARN }).seal(noise(10), BINDING);
  await expect(decrypt(plainKeyring(kms), message)).rejects.toThrow('unencryptedDataKey');
  expect(kms.calls).toHaveLength(1);
});

test('a signed or uncommitted message of client-node is UNSUPPORTED_SUITE', async () => {
  const kms = new FakeKms();
  const envelope = createEnvelope({ kms, keyArn: KEY_ARN });
  const encryptionContext = { ...BINDING };
  const signed = await encrypt(plainKeyring(kms), noise(10), { encryptionContext });
  const lax = buildClient(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT);
  const uncommitted = await lax.encrypt(plainKeyring(kms), noise(10), {
    encryptionContext,
    suiteId: AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA256,
  });
  kms.calls.length = 0;
  expect(await refusal(envelope.open(signed.result, BINDING))).toBe('UNSUPPORTED_SUITE');
  expect(await refusal(envelope.open(uncommitted.result, BINDING))).toBe('UNSUPPORTED_SUITE');
  expect(kms.calls).toEqual([]);
});

test('a context of more than the binding is CONTEXT_MISMATCH', async () => {
  const kms = new FakeKms();
  const encryptionContext = { ...BINDING, extra: 'x' };
  const { result } = await encrypt(plainKeyring(kms), noise(10), { suiteId, encryptionContext });
  expect(await refusal(createEnvelope({ kms, keyArn: KEY_ARN }).open(result, BINDING))).toBe(
    'CONTEXT_MISMATCH',
  );
});
