import { KMSClient } from '@aws-sdk/client-kms';
import { createEnvelope, type Envelope } from '../../../../lambda/envelope/envelope';
import type { ServiceCall } from '../../../../lambda/envelope/keys/service-call';
import { createKmsDataKeys, type KmsDataKeysProps } from '../../../../lambda/envelope/keys/kms-data-keys';
import {
  KEY_ARN,
  LoopbackKeyStore,
  MULTI_REGION_KEY_ARN,
  OTHER_KEY_ARN,
  REPLICA_KEY_ARN,
} from '../../../support/loopback-key-store';
import { errorOf } from './error-of';

const BINDING = { tenant: 't-01', purpose: 'prompt', record: 'r-9f8a7b' };
const TEXT = Buffer.from('an invented prompt');

let store: LoopbackKeyStore;
const calls: ServiceCall[] = [];

beforeEach(async () => {
  store = await LoopbackKeyStore.start();
  calls.length = 0;
});
afterEach(() => store.stop());

function envelopeOf(props: Partial<KmsDataKeysProps> = {}): Envelope {
  const observe = (call: ServiceCall): void => void calls.push(call);
  return createEnvelope({ keys: createKmsDataKeys({ kms: store.kms, keyArn: KEY_ARN, observe, ...props }) });
}

describe('calls', () => {
  test('1000 seals and 1000 openings of many records make one call each', async () => {
    const envelope = envelopeOf();
    for (let at = 0; at < 1000; at++) {
      const binding = { ...BINDING, record: `r-${at}` };
      expect(await envelope.open(await envelope.seal(TEXT, binding), binding)).toEqual(TEXT);
    }
    expect(store.operations.toSorted()).toEqual(['Decrypt', 'GenerateDataKey']);
  });

  test('20 cold seals at once make one call, and 20 cold openings another', async () => {
    const envelope = envelopeOf();
    const messages = await Promise.all(Array.from({ length: 20 }, () => envelope.seal(TEXT, BINDING)));
    expect(store.operations).toEqual(['GenerateDataKey']);
    await Promise.all(messages.map((message) => envelope.open(message, BINDING)));
    expect(store.operations).toEqual(['GenerateDataKey', 'Decrypt']);
  });

  test('KMS sees tenant and purpose, and not the record', async () => {
    await envelopeOf().seal(TEXT, BINDING);
    const [asked] = store.asked('GenerateDataKey');
    expect(asked).toEqual({
      KeyId: KEY_ARN,
      NumberOfBytes: 32,
      EncryptionContext: { tenant: 't-01', purpose: 'prompt' },
    });
  });

  test('tenants and purposes whose names run into each other share no key', async () => {
    const envelope = envelopeOf();
    const places = [
      ['t', 'tp'],
      ['tt', 'p'],
      ['1:2:t', 'tp'],
      ['1', ':2:ttp'],
    ] as const;
    for (const [tenant, purpose] of places) await envelope.seal(TEXT, { tenant, purpose, record: 'r' });
    expect(store.operations).toHaveLength(places.length);
  });

  test('with the full context each message costs a call to seal and one to open, however often', async () => {
    const envelope = envelopeOf({ context: 'full' });
    const messages = [await envelope.seal(TEXT, BINDING), await envelope.seal(TEXT, BINDING)];
    for (const message of [...messages, ...messages]) await envelope.open(message, BINDING);
    expect(store.operations.toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => 'Decrypt'),
      ...Array.from({ length: 2 }, () => 'GenerateDataKey'),
    ]);
  });

  test('what was cached is asked for again after forget', async () => {
    const keys = createKmsDataKeys({ kms: store.kms, keyArn: KEY_ARN });
    const envelope = createEnvelope({ keys });
    await envelope.seal(TEXT, BINDING);
    keys.forget();
    await envelope.seal(TEXT, BINDING);
    expect(store.operations).toEqual(['GenerateDataKey', 'GenerateDataKey']);
  });
});

describe('clients per tenant', () => {
  test('each tenant is served by a client of its own', async () => {
    const asked: string[] = [];
    const envelope = envelopeOf({
      kms: (tenant) => {
        asked.push(tenant);
        return store.kms;
      },
    });
    const message = await envelope.seal(TEXT, BINDING);
    await envelope.open(message, BINDING);
    await envelope.seal(TEXT, { ...BINDING, tenant: 't-02' });
    expect(asked).toEqual(['t-01', 't-01', 't-02']);
  });

  test('a tenant without a client is NO_KEY, and says nothing of why', async () => {
    const envelope = envelopeOf({
      kms: (tenant) => {
        throw new Error(`secret detail of ${tenant}`);
      },
    });
    const error = await errorOf(envelope.seal(TEXT, BINDING));
    expect(error).toMatchObject({ code: 'NO_KEY', retryable: true });
    expect(`${error.stack}`).not.toContain('secret');
  });
});

describe('answers that are not as they must be', () => {
  test.each([
    ['another key answers', { KeyId: OTHER_KEY_ARN }],
    ['no key is named', { KeyId: undefined }],
    ['the data key has 31 bytes', { Plaintext: Buffer.alloc(31, 1).toString('base64') }],
    ['the data key has 33 bytes', { Plaintext: Buffer.alloc(33, 1).toString('base64') }],
    ['there is no data key', { Plaintext: undefined }],
  ])('%s: NO_KEY to seal and to open, and not cached', async (_, members) => {
    const envelope = envelopeOf();
    const message = await envelope.seal(TEXT, BINDING);
    const other = envelopeOf();
    store.fault = (operation, proceed) => {
      const answer = proceed();
      return typeof answer === 'object' ? { body: { ...(answer.body as object), ...members } } : answer;
    };
    expect(await errorOf(other.seal(TEXT, BINDING))).toMatchObject({ code: 'NO_KEY', retryable: false });
    expect(await errorOf(other.open(message, BINDING))).toMatchObject({ code: 'NO_KEY', retryable: false });
    store.fault = () => undefined;
    expect(await other.open(await other.seal(TEXT, BINDING), BINDING)).toEqual(TEXT);
  });

  test.each([0, 0x10000])('a wrapped key of %i bytes is NO_KEY: no header could hold it', async (bytes) => {
    const CiphertextBlob = Buffer.alloc(bytes, 1).toString('base64');
    const Plaintext = Buffer.alloc(32, 1).toString('base64');
    store.fault = () => ({ body: { KeyId: KEY_ARN, CiphertextBlob, Plaintext } });
    expect(await errorOf(envelopeOf().seal(TEXT, BINDING))).toMatchObject({ code: 'NO_KEY' });
  });
});

describe('keys in several Regions', () => {
  test('a message sealed in one Region opens with the replica of its key in another', async () => {
    const message = await envelopeOf({ keyArn: MULTI_REGION_KEY_ARN }).seal(TEXT, BINDING);
    store.forgetRequests();
    expect(await envelopeOf({ keyArn: REPLICA_KEY_ARN }).open(message, BINDING)).toEqual(TEXT);
    expect(store.asked('Decrypt')).toEqual([expect.objectContaining({ KeyId: REPLICA_KEY_ARN })]);
  });

  test.each([OTHER_KEY_ARN, MULTI_REGION_KEY_ARN])(
    'a message of another key (%s) is NO_KEY, without a call',
    async (keyArn) => {
      const message = await envelopeOf({ keyArn }).seal(TEXT, BINDING);
      store.forgetRequests();
      expect(await errorOf(envelopeOf().open(message, BINDING))).toMatchObject({ code: 'NO_KEY' });
      expect(store.operations).toEqual([]);
    },
  );

  test('a key of one Region is not taken for the same id in another', async () => {
    const elsewhere = KEY_ARN.replace('eu-west-1', 'eu-central-1');
    const message = await envelopeOf().seal(TEXT, BINDING);
    store.forgetRequests();
    expect(await errorOf(envelopeOf({ keyArn: elsewhere }).open(message, BINDING))).toMatchObject({
      code: 'NO_KEY',
    });
    expect(store.operations).toEqual([]);
  });
});

test('a client whose credentials never come fails when the deadline is over', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  const kms = new KMSClient({
    region: 'eu-west-1',
    endpoint: store.endpoint,
    credentials: () => new Promise(() => undefined),
  });
  try {
    const sealed = errorOf(envelopeOf({ kms }).seal(TEXT, BINDING));
    await jest.advanceTimersByTimeAsync(10_250);
    expect(await sealed).toMatchObject({ code: 'NO_KEY', retryable: true });
    expect(calls).toEqual([expect.objectContaining({ outcome: 'timed-out' })]);
  } finally {
    jest.useRealTimers();
    kms.destroy();
  }
});
