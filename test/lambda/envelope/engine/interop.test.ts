import { Readable } from 'node:stream';
import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  RawAesKeyringNode,
  RawAesWrappingSuiteIdentifier,
  type KeyringNode,
} from '@aws-crypto/client-node';
import { createEnvelope, type Envelope } from '../../../../lambda/envelope/envelope';
import { createBranchKeys } from '../../../../lambda/envelope/keys/branch-keys';
import { createKmsDataKeys } from '../../../../lambda/envelope/keys/kms-data-keys';
import { FRAME_BYTES } from '../../../../lambda/envelope/limits';
import { BranchKeyServices, STORE } from '../branch-key-services';
import { collect, inChunks, noise } from '../chunks';
import { FakeKms, KEY_ARN } from '../fake-kms';
import { plainKeyring, SplitContextKeyring } from '../kms-keyrings';
import { LOCAL_KEY, localEnvelope } from '../rooms';
import { BINDING, refusal } from '../sealed';

const suiteId = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;
const { encrypt, decrypt, encryptStream, decryptUnsignedMessageStream } = buildClient({
  commitmentPolicy: CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
  maxEncryptedDataKeys: 1,
});

const ASTRAL = { tenant: 't-🔑', purpose: 'réponse', record: '記録-\u{10ffff}' };
const SIZES = [0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 3 * FRAME_BYTES, 5 * 1024 * 1024];
const FRAMES = [4096, FRAME_BYTES, 1024 * 1024];

interface Pair {
  readonly envelope: Envelope;
  readonly keyring: KeyringNode;
}

/** An envelope for each kind of key, and the keyring of client-node for the same. */
const PAIRS: readonly (readonly [string, (tenant: string) => Pair | Promise<Pair>])[] = [
  [
    'a raw AES keyring',
    () => {
      const wrappingSuite = RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING;
      const names = { keyNamespace: 'hipaa-ai-local', keyName: 'local' };
      const unencryptedMasterKey = Uint8Array.from(LOCAL_KEY);
      const ring = { ...names, unencryptedMasterKey, wrappingSuite, utf8Sorting: true };
      return { envelope: localEnvelope(), keyring: new RawAesKeyringNode(ring) };
    },
  ],
  [
    'the KMS keyring',
    () => {
      const kms = new FakeKms();
      const keys = createKmsDataKeys({ kms, keyArn: KEY_ARN, context: 'full' });
      return { envelope: createEnvelope({ keys }), keyring: plainKeyring(kms) };
    },
  ],
  [
    'a keyring that withholds the record from KMS',
    () => {
      const kms = new FakeKms();
      const keys = createKmsDataKeys({ kms, keyArn: KEY_ARN });
      return { envelope: createEnvelope({ keys }), keyring: new SplitContextKeyring(kms) };
    },
  ],
  [
    'the hierarchical keyring',
    async (tenant) => {
      const services = new BranchKeyServices();
      await services.createTenant(tenant);
      const keys = createBranchKeys({ ...STORE, kms: services.kms, dynamodb: services.dynamodb });
      return { envelope: createEnvelope({ keys }), keyring: services.keyring(tenant) };
    },
  ],
];

describe.each(PAIRS)('%s', (_, pairFor) => {
  test.each(SIZES)('our message of %i bytes opens in client-node', async (size) => {
    for (const binding of [BINDING, ASTRAL]) {
      const { envelope, keyring } = await pairFor(binding.tenant);
      const message = await envelope.seal(noise(size), binding);
      const { plaintext, messageHeader } = await decrypt(keyring, message);
      expect(plaintext.equals(noise(size))).toBe(true);
      expect({ ...messageHeader.encryptionContext }).toEqual(binding);
      expect(messageHeader.suiteId).toBe(suiteId);
    }
  });

  test.each(SIZES)('a message of %i bytes by client-node opens here', async (size) => {
    for (const binding of [BINDING, ASTRAL]) {
      const { envelope, keyring } = await pairFor(binding.tenant);
      const options = { suiteId, frameLength: FRAME_BYTES, encryptionContext: { ...binding } };
      const { result } = await encrypt(keyring, noise(size), options);
      expect(Buffer.compare(await envelope.open(result, binding), noise(size))).toBe(0);
    }
  });
});

const [[, rawPair] = []] = PAIRS;
const local = (): Promise<Pair> => Promise.resolve(rawPair?.('') as Pair);

test.each(FRAMES)('frames of %i bytes, both ways, one-shot and streamed', async (frameBytes) => {
  const { keyring } = await local();
  const envelope = localEnvelope({ limits: { frameBytes } });
  for (const size of [0, 1, frameBytes - 1, frameBytes, frameBytes + 1, 2 * frameBytes, 300_000]) {
    const plaintext = noise(size);
    const ours = [
      await envelope.seal(plaintext, BINDING),
      await collect(envelope.sealStream(inChunks(plaintext, 65_536), BINDING)),
    ];
    for (const message of ours) {
      expect((await decrypt(keyring, message)).plaintext.equals(plaintext)).toBe(true);
      const stream = Readable.from(inChunks(message, 60_000)).pipe(decryptUnsignedMessageStream(keyring));
      expect((await collect(stream)).equals(plaintext)).toBe(true);
    }
    const options = { suiteId, frameLength: frameBytes, encryptionContext: { ...BINDING } };
    const theirs = [
      (await encrypt(keyring, plaintext, { ...options })).result,
      await collect(Readable.from(inChunks(plaintext, 60_000)).pipe(encryptStream(keyring, { ...options }))),
    ];
    for (const message of theirs) {
      expect(Buffer.compare(await envelope.open(message, BINDING), plaintext)).toBe(0);
      const stream = envelope.openStream(inChunks(message, 60_000), BINDING);
      expect((await collect(stream)).equals(plaintext)).toBe(true);
    }
  }
});

test('messages of before a rotation of the branch key open after it, on both sides', async () => {
  const services = new BranchKeyServices();
  await services.createTenant(BINDING.tenant);
  const keys = createBranchKeys({ ...STORE, kms: services.kms, dynamodb: services.dynamodb });
  const envelope = createEnvelope({ keys });
  const options = { suiteId, encryptionContext: { ...BINDING } };
  const ours = [await envelope.seal(noise(10), BINDING)];
  const theirs = [(await encrypt(services.keyring(BINDING.tenant), noise(10), { ...options })).result];
  await services.rotateTenant(BINDING.tenant);
  keys.forget();
  ours.push(await envelope.seal(noise(10), BINDING));
  theirs.push((await encrypt(services.keyring(BINDING.tenant), noise(10), { ...options })).result);
  expect(new Set(ours.map(versionOf)).size).toBe(2);
  expect(ours.map(versionOf)).toEqual(theirs.map(versionOf));
  for (const message of [...ours, ...theirs]) {
    expect(Buffer.from(await envelope.open(message, BINDING)).equals(noise(10))).toBe(true);
    expect((await decrypt(services.keyring(BINDING.tenant), message)).plaintext.equals(noise(10))).toBe(true);
  }
});

test('the SDK’s own KMS keyring does not open our message of split context: it is for another provider', async () => {
  const kms = new FakeKms();
  const envelope = createEnvelope({ keys: createKmsDataKeys({ kms, keyArn: KEY_ARN }) });
  const message = await envelope.seal(noise(10), BINDING);
  await expect(decrypt(plainKeyring(kms), message)).rejects.toThrow('unencryptedDataKey');
  expect(kms.calls).toHaveLength(1);
});

test('both kinds of KMS context open, whichever is written', async () => {
  const kms = new FakeKms();
  for (const context of ['split', 'full'] as const) {
    const envelope = createEnvelope({ keys: createKmsDataKeys({ kms, keyArn: KEY_ARN, context }) });
    for (const keyring of [plainKeyring(kms), new SplitContextKeyring(kms)]) {
      const { result } = await encrypt(keyring, noise(10), { suiteId, encryptionContext: { ...BINDING } });
      expect(Buffer.from(await envelope.open(result, BINDING)).equals(noise(10))).toBe(true);
    }
  }
});

test('a context of more or less than the binding is CONTEXT_MISMATCH', async () => {
  const { envelope, keyring } = await local();
  const { tenant, purpose } = BINDING;
  const others: Record<string, string>[] = [{ ...BINDING, extra: 'x' }, { tenant, purpose }, {}];
  for (const encryptionContext of others) {
    const { result } = await encrypt(keyring, noise(10), { suiteId, encryptionContext });
    expect(await refusal(envelope.open(result, BINDING))).toBe('CONTEXT_MISMATCH');
    expect(await refusal(collect(envelope.openStream([result], BINDING)))).toBe('CONTEXT_MISMATCH');
  }
});

/** The version of the branch key, in the encrypted data key after salt and nonce. */
function versionOf(message: Uint8Array): string {
  const view = Buffer.from(message);
  const key = view.indexOf('aws-kms-hierarchy') + 'aws-kms-hierarchy'.length;
  const ciphertext = key + 2 + view.readUInt16BE(key) + 2;
  return view.toString('hex', ciphertext + 28, ciphertext + 44);
}
