// KMS and DynamoDB in memory, which count their calls: data keys are really wrapped, with their context, and nothing is
// sent. One tenant has a branch key.
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

export const BINDING = {
  tenant: 't-0123456789abcdef',
  purpose: 'prompt',
  record: '5f0c3a52-7f4e-4d0c-9a55-3d4f6a7b8c9d',
};
export const KEY_ARN = 'arn:aws:kms:eu-west-1:111122223333:key/0f0e0d0c-1111-4222-8333-444455556666';
const STORE = { logicalKeyStoreName: 'tenant-keys', keyArn: KEY_ARN };
const CIPHER = 'aes-256-gcm';

export class CountingServices {
  /** Of KMS and DynamoDB. */
  calls = 0;
  kmsCalls = 0;
  #key = randomBytes(32);
  #rows = new Map();

  constructor({ activeContext, itemOf, versionContext }) {
    const { tenant } = BINDING;
    const createTime = '2026-01-01T00:00:00.000000Z';
    const version = versionContext({ tenant, version: randomUUID(), createTime }, STORE);
    const key = randomBytes(32);
    for (const encryptionContext of [version, activeContext(version)]) {
      const ciphertext = this.#wrap(key, encryptionContext);
      this.#rows.set(encryptionContext.type, itemOf({ encryptionContext, ciphertext }));
    }
  }

  /** Both clients: commands tell by their input what they are. */
  send = async ({ input }) => {
    this.calls += 1;
    if (!input.Key) this.kmsCalls += 1;
    // as an answer from elsewhere, it comes when everything else was asked
    await setImmediate();
    return { $metadata: {}, ...this.#answer(input) };
  };

  #answer({ Key, KeyId, CiphertextBlob, EncryptionContext }) {
    if (Key) return { Item: this.#rows.get(Key.type.S) };
    if (CiphertextBlob) return { KeyId, Plaintext: this.#unwrap(CiphertextBlob, EncryptionContext) };
    const Plaintext = randomBytes(32);
    return { KeyId, Plaintext, CiphertextBlob: this.#wrap(Plaintext, EncryptionContext) };
  }

  #wrap(key, context) {
    const iv = randomBytes(12);
    const cipher = createCipheriv(CIPHER, this.#key, iv).setAAD(aad(context));
    return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  #unwrap(blob, context) {
    const decipher = createDecipheriv(CIPHER, this.#key, blob.subarray(0, 12), { authTagLength: 16 })
      .setAAD(aad(context))
      .setAuthTag(blob.subarray(-16));
    return Buffer.concat([decipher.update(blob.subarray(12, -16)), decipher.final()]);
  }
}

const aad = (context) => Buffer.from(JSON.stringify(Object.entries(context).sort()));

/** Ours with each source of keys, on services of its own. */
export const KEY_SOURCES = {
  'KMS data key, cached': ({ createKmsDataKeys }, kms) => createKmsDataKeys({ kms, keyArn: KEY_ARN }),
  'branch key, cached': ({ createBranchKeys }, both) =>
    createBranchKeys({ kms: both, dynamodb: both, tableName: 'tenant-keys', ...STORE }),
  'local key': ({ createLocalKeys }) => createLocalKeys({ key: randomBytes(32), environment: {} }),
};

export function envelopeOf(library, source) {
  const services = new CountingServices(library);
  const keys = KEY_SOURCES[source](library, services);
  return { envelope: library.createEnvelope({ keys }), keys, services };
}
