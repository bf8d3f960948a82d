import { inspect } from 'node:util';
import { createEnvelope, type Envelope } from '../../../lambda/envelope/envelope';
import { EnvelopeError } from '../../../lambda/envelope/errors';
import { createKmsDataKeys } from '../../../lambda/envelope/keys/kms-data-keys';
import { MAX_BINDING_VALUE_BYTES, MAX_PLAINTEXT_BYTES } from '../../../lambda/envelope/limits';
import { FakeKms, KEY_ARN, OTHER_KEY_ARN, serviceError } from './fake-kms';
import { localEnvelope } from './rooms';
import { BINDING, refusal, room } from './sealed';

const NOTE = Buffer.from('Patient: Quillfeather, Marlowe');

const envelopeOf = (kms: FakeKms, keyArn: string): Envelope =>
  createEnvelope({ keys: createKmsDataKeys({ kms, keyArn }) });
const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

describe('limits', () => {
  test('a plaintext of the most bytes allowed is sealed; one more is TOO_LARGE and KMS not called', async () => {
    const { envelope, kms } = room();
    const most = new Uint8Array(MAX_PLAINTEXT_BYTES);
    const opened = await envelope.open(await envelope.seal(most, BINDING), BINDING);
    expect(Buffer.compare(opened, most)).toBe(0);
    kms.calls.length = 0;
    expect(await refusal(envelope.seal(new Uint8Array(MAX_PLAINTEXT_BYTES + 1), BINDING))).toBe('TOO_LARGE');
    expect(kms.calls).toEqual([]);
  });

  test('fewer bytes may be allowed, to seal and to open', async () => {
    const narrow = localEnvelope({ limits: { plaintextBytes: 10 } });
    const message = await narrow.seal(NOTE.subarray(0, 10), BINDING);
    expect(await refusal(narrow.open(message, BINDING))).toBe('accepted');
    expect(await refusal(narrow.seal(NOTE.subarray(0, 11), BINDING))).toBe('TOO_LARGE');
    const long = await localEnvelope().seal(NOTE.subarray(0, 11), BINDING);
    expect(await refusal(narrow.open(long, BINDING))).toBe('TOO_LARGE');
  });

  test.each([
    [{ plaintextBytes: 0 }, { plaintextBytes: -1 }],
    [{ plaintextBytes: 2 ** 30 }, { plaintextBytes: 2 ** 30 + 1 }],
    [{ frameBytes: 1 }, { frameBytes: 0 }],
    [{ frameBytes: 16 * 1024 * 1024 }, { frameBytes: 16 * 1024 * 1024 + 1 }],
    [{ encryptedDataKeys: 1 }, { encryptedDataKeys: 0 }],
    [{ encryptedDataKeys: 3 }, { encryptedDataKeys: 4 }],
    [{ frameBytes: 5 }, { frameBytes: 5.5 }],
    [{}, { frameBytes: NaN }],
  ])('%j is in range, %j fails and says what is allowed', (within, beyond) => {
    expect(() => localEnvelope({ limits: within })).not.toThrow();
    expect(() => localEnvelope({ limits: beyond })).toThrow(
      /^limits\.\w+ is .+; give a whole number from \d+ to \d+$/u,
    );
  });
});

describe('a message opens for its binding only', () => {
  const others = [
    { ...BINDING, tenant: 't-02' },
    { ...BINDING, purpose: 'response' },
    { ...BINDING, record: 'r-9f8a7c' },
    { ...BINDING, record: `${BINDING.record}\0` },
    { ...BINDING, record: '' },
    { ...BINDING, record: '\ud800' },
    { tenant: BINDING.purpose, purpose: BINDING.tenant, record: BINDING.record },
  ];

  test.each(others)(
    'not for $tenant / $purpose / $record: CONTEXT_MISMATCH, KMS not called',
    async (other) => {
      const { envelope, kms } = room();
      const message = await envelope.seal(NOTE, BINDING);
      kms.calls.length = 0;
      expect(await refusal(envelope.open(message, other))).toBe('CONTEXT_MISMATCH');
      expect(kms.calls).toEqual([]);
    },
  );

  test('a record exchanged in the header fails although KMS never saw it', async () => {
    const { envelope, kms } = room();
    const message = Buffer.from(await envelope.seal(NOTE, BINDING));
    message.write('r-000000', message.indexOf(BINDING.record));
    expect(await refusal(envelope.open(message, { ...BINDING, record: 'r-000000' }))).toBe('AUTH_FAILED');
    expect(kms.calls).toHaveLength(2);
  });

  test('a tenant exchanged in the header is refused by KMS', async () => {
    const { envelope } = room();
    const message = Buffer.from(await envelope.seal(NOTE, BINDING));
    message.write('t-02', message.indexOf(BINDING.tenant));
    expect(await refusal(envelope.open(message, { ...BINDING, tenant: 't-02' }))).toBe('NO_KEY');
  });

  test('fails to seal for an empty value, a lone surrogate or a value too long, and KMS is not called', async () => {
    const { envelope, kms } = room();
    const long = 'é'.repeat(MAX_BINDING_VALUE_BYTES / 2);
    for (const tenant of ['', 'a\udc00']) {
      expect(await refusal(envelope.seal(NOTE, { ...BINDING, tenant }))).toBe('CONTEXT_MISMATCH');
    }
    expect(await refusal(envelope.seal(NOTE, { ...BINDING, record: `${long}.` }))).toBe('TOO_LARGE');
    expect(kms.calls).toEqual([]);
    expect(await refusal(envelope.seal(NOTE, { tenant: long, purpose: long, record: long }))).toBe(
      'accepted',
    );
  });
});

describe('KMS', () => {
  test('sees tenant and purpose, never the record; one call for each message where nothing is cached', async () => {
    const { envelope, kms } = room();
    await envelope.open(await envelope.seal(NOTE, BINDING), BINDING);
    const context = { tenant: BINDING.tenant, purpose: BINDING.purpose };
    expect(kms.calls).toEqual([
      { operation: 'GenerateDataKey', context },
      { operation: 'Decrypt', context },
    ]);
  });

  test('its data keys are zeroed after seal and open, also when they fail', async () => {
    const { envelope, kms } = room();
    const message = await envelope.seal(NOTE, BINDING);
    await envelope.open(message, BINDING);
    message.set([(message.at(-1) ?? 0) ^ 1], message.length - 1);
    expect(await refusal(envelope.open(message, BINDING))).toBe('AUTH_FAILED');
    expect(kms.plaintexts).toHaveLength(3);
    expect(kms.plaintexts.every(isZero)).toBe(true);
  });

  test('a message of another key is NO_KEY, and that key is not asked', async () => {
    const kms = new FakeKms();
    const message = await envelopeOf(kms, OTHER_KEY_ARN).seal(NOTE, BINDING);
    expect(await refusal(envelopeOf(kms, KEY_ARN).open(message, BINDING))).toBe('NO_KEY');
    expect(kms.calls).toHaveLength(1);
  });

  test.each([
    ['ThrottlingException', 400, 'THROTTLED'],
    ['TooManyRequestsException', 400, 'THROTTLED'],
    ['UnknownError', 429, 'THROTTLED'],
    ['AccessDeniedException', 400, 'NO_KEY'],
    ['DisabledException', 400, 'NO_KEY'],
    ['KMSInternalException', 500, 'NO_KEY'],
    ['TimeoutError', 0, 'NO_KEY'],
  ])('%s (%i) is %s for seal and open', async (name, status, code) => {
    const { envelope, kms } = room();
    const message = await envelope.seal(NOTE, BINDING);
    kms.failure = serviceError(name, status);
    expect(await refusal(envelope.seal(NOTE, BINDING))).toBe(code);
    expect(await refusal(envelope.open(message, BINDING))).toBe(code);
  });

  test.each<
    [string, (answer: { KeyId?: string; Plaintext?: Uint8Array; CiphertextBlob?: Uint8Array }) => void]
  >([
    ['another key', (answer) => (answer.KeyId = OTHER_KEY_ARN)],
    ['no data key', (answer) => delete answer.Plaintext],
    ['a short data key', (answer) => (answer.Plaintext = answer.Plaintext?.subarray(0, 16))],
    ['no encrypted data key', (answer) => delete answer.CiphertextBlob],
    ['an empty encrypted data key', (answer) => (answer.CiphertextBlob = new Uint8Array())],
    ['an encrypted data key no header holds', (answer) => (answer.CiphertextBlob = new Uint8Array(0x10000))],
  ])('an answer with %s seals nothing', async (_, tamper) => {
    const { envelope, kms } = room();
    kms.tamper = tamper;
    expect(await refusal(envelope.seal(NOTE, BINDING))).toBe('NO_KEY');
  });

  test('another data key than the sealing one is COMMITMENT_MISMATCH', async () => {
    const { envelope, kms } = room();
    const message = await envelope.seal(NOTE, BINDING);
    kms.tamper = (answer) => answer.Plaintext?.set([(answer.Plaintext.at(0) ?? 0) ^ 1]);
    expect(await refusal(envelope.open(message, BINDING))).toBe('COMMITMENT_MISMATCH');
  });
});

test('an error says its code and nothing of key, context, plaintext or KMS', async () => {
  const { envelope, kms } = room();
  const message = await envelope.seal(NOTE, BINDING);
  kms.failure = serviceError('AccessDeniedException');
  const error = await envelope.open(message, BINDING).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(EnvelopeError);
  expect(error).toMatchObject({
    name: 'EnvelopeError',
    code: 'NO_KEY',
    message: new EnvelopeError('NO_KEY').message,
  });
  const shown = inspect(error, { depth: 5, showHidden: true });
  for (const secret of ['secret detail', KEY_ARN, BINDING.tenant, BINDING.record, 'kms-data-keys', 'cause']) {
    expect(shown).not.toContain(secret);
  }
});

test('a message whose memory is changed while its key is fetched releases nothing that was not sealed', async () => {
  const kms = new FakeKms();
  const envelope = createEnvelope({
    keys: createKmsDataKeys({ kms, keyArn: KEY_ARN }),
    limits: { frameBytes: 8 },
  });
  // one data key and binding, so that only the message id tells them apart
  const long = await envelope.seal(new Uint8Array(20).fill(7), BINDING);
  const short = await envelope.seal(new Uint8Array(10).fill(7), BINDING);
  const memory = new Uint8Array(long);
  const opening = refusal(envelope.open(memory, BINDING));
  memory.set(short);
  expect(await opening).toBe('AUTH_FAILED');
});

test('a message exchanged for another record’s while its key is fetched is CONTEXT_MISMATCH', async () => {
  const envelope = createEnvelope({ keys: createKmsDataKeys({ kms: new FakeKms(), keyArn: KEY_ARN }) });
  // one data key serves both records
  const message = await envelope.seal(NOTE, BINDING);
  const other = await envelope.seal(NOTE, { ...BINDING, record: 'r-000000' });
  const memory = Uint8Array.from(message);
  const opening = refusal(envelope.open(memory, BINDING));
  memory.set(other);
  expect(await opening).toBe('CONTEXT_MISMATCH');
});
