import { randomBytes } from 'node:crypto';
import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  RawAesKeyringNode,
  RawAesWrappingSuiteIdentifier,
} from '@aws-crypto/client-node';
import { createEnvelope, type Envelope } from '../../../../lambda/envelope/envelope';
import { createLocalKeys, type LocalKeysProps } from '../../../../lambda/envelope/keys/local-keys';
import { errorOf } from './error-of';

const BINDING = { tenant: 't-01', purpose: 'prompt', record: 'r-9f8a7b' };
const TEXT = Buffer.from('an invented prompt');
const KEY = randomBytes(32);
const environment = {};

const envelopeOf = (props: Partial<LocalKeysProps> = {}): Envelope =>
  createEnvelope({ keys: createLocalKeys({ key: KEY, environment, ...props }) });

test.each([
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_EXECUTION_ENV',
  'ECS_CONTAINER_METADATA_URI_V4',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
])('is refused where %s is set, even to nothing', (variable) => {
  for (const value of ['x', '']) {
    expect(() => createLocalKeys({ key: KEY, environment: { [variable]: value } })).toThrow(
      `a local key is refused where ${variable} is set`,
    );
  }
  expect(() => createLocalKeys({ key: KEY, environment: { [variable]: undefined } })).not.toThrow();
});

test('looks at the environment of the process when none is given', () => {
  process.env['AWS_EXECUTION_ENV'] = 'AWS_ECS_FARGATE';
  try {
    expect(() => createLocalKeys({ key: KEY })).toThrow('AWS_EXECUTION_ENV');
  } finally {
    delete process.env['AWS_EXECUTION_ENV'];
  }
});

test.each([0, 16, 31, 33])('a key of %i bytes is refused', (bytes) => {
  const text = `key has ${bytes} bytes; give 32`;
  expect(() => createLocalKeys({ key: randomBytes(bytes), environment })).toThrow(new RangeError(text));
});

test.each([['a'.repeat(32)], [undefined], [Array.from({ length: 32 }, () => 1)]])(
  'a key that is no bytes is refused: %#',
  (key) => {
    const text = `key is ${typeof key}; give 32 bytes`;
    const given = { key, environment } as unknown as LocalKeysProps;
    expect(() => createLocalKeys(given)).toThrow(new TypeError(text));
  },
);

test('the key is copied: who zeroes theirs seals and opens on', async () => {
  const key = Buffer.from(KEY);
  const envelope = envelopeOf({ key });
  key.fill(0);
  const message = await envelope.seal(TEXT, BINDING);
  expect(await envelopeOf().open(message, BINDING)).toEqual(TEXT);
});

test('a data key is zeroed when it is released', async () => {
  const keys = createLocalKeys({ key: KEY, environment });
  const { dataKey, release } = await keys.sealingKey({ binding: BINDING, context: Buffer.alloc(0) }, 1);
  expect(dataKey.some((byte) => byte !== 0)).toBe(true);
  release();
  expect(dataKey.every((byte) => byte === 0)).toBe(true);
});

test.each([
  ['another key', { key: randomBytes(32) }],
  ['another name', { name: 'other' }],
  ['another namespace', { namespace: 'other' }],
])('a message under %s is NO_KEY', async (_, props) => {
  const message = await envelopeOf(props).seal(TEXT, BINDING);
  expect(await errorOf(envelopeOf().open(message, BINDING))).toMatchObject({
    code: 'NO_KEY',
    retryable: false,
  });
});

test('a raw AES keyring of client-node opens our messages, and writes ours', async () => {
  const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
  const keyring = new RawAesKeyringNode({
    keyName: 'local',
    keyNamespace: 'hipaa-ai-local',
    // a view on memory of its own, as the keyring wants it
    unencryptedMasterKey: new Uint8Array(KEY),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
    utf8Sorting: true,
  });
  const { plaintext } = await decrypt(keyring, await envelopeOf().seal(TEXT, BINDING));
  expect(plaintext).toEqual(TEXT);
  const suiteId = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;
  const { result } = await encrypt(keyring, TEXT, { suiteId, encryptionContext: { ...BINDING } });
  expect(await envelopeOf().open(result, BINDING)).toEqual(TEXT);
});
