import { KMSClient } from '@aws-sdk/client-kms';
import { createEnvelope, type Envelope } from '../../../../lambda/envelope/envelope';
import { createBranchKeys } from '../../../../lambda/envelope/keys/branch-keys';
import { createKmsDataKeys } from '../../../../lambda/envelope/keys/kms-data-keys';
import type { ServiceCall, ServiceCallObserver } from '../../../../lambda/envelope/keys/service-call';
import { exception, KEY_ARN, LoopbackKeyStore } from '../../../support/loopback-key-store';
import type { ServiceAnswer } from '../../../support/loopback-service';
import { errorOf } from './error-of';

const BINDING = { tenant: 't-01', purpose: 'prompt', record: 'r-9f8a7b' };
const TEXT = Buffer.from('an invented prompt');
const STORE = { tableName: 'tenant-keys', logicalKeyStoreName: 'tenant-keys', keyArn: KEY_ARN };

let store: LoopbackKeyStore;
let calls: ServiceCall[];

beforeEach(async () => {
  store = await LoopbackKeyStore.start();
  calls = [];
});
afterEach(() => store.stop());

const observe: ServiceCallObserver = (call) => void calls.push(call);

function kmsEnvelope(kms: KMSClient = store.kms): Envelope {
  return createEnvelope({ keys: createKmsDataKeys({ kms, keyArn: KEY_ARN, observe }) });
}

function branchEnvelope(): Envelope {
  const { kms, dynamodb } = store;
  return createEnvelope({ keys: createBranchKeys({ kms, dynamodb, ...STORE, observe }) });
}

const FAILURES: readonly (readonly [string, ServiceAnswer, object, object])[] = [
  [
    'throttling',
    exception('ThrottlingException'),
    { code: 'THROTTLED', retryable: true },
    { outcome: 'throttled', attempts: 3 },
  ],
  [
    'status 429',
    exception('Busy', 429),
    { code: 'THROTTLED', retryable: true },
    { outcome: 'throttled', attempts: 3 },
  ],
  [
    'a failure of the service',
    exception('KMSInternalException', 500),
    { code: 'NO_KEY', retryable: true },
    { outcome: 'failed', attempts: 3 },
  ],
  [
    'status 503',
    exception('Unavailable', 503),
    { code: 'NO_KEY', retryable: true },
    { outcome: 'failed', attempts: 3 },
  ],
  ['a lost connection', 'hang-up', { code: 'NO_KEY', retryable: true }, { outcome: 'failed', attempts: 3 }],
  [
    'a refusal',
    exception('AccessDeniedException'),
    { code: 'NO_KEY', retryable: false },
    { outcome: 'refused', attempts: 1 },
  ],
  [
    'a disabled key',
    exception('DisabledException'),
    { code: 'NO_KEY', retryable: false },
    { outcome: 'refused', attempts: 1 },
  ],
];

describe.each([
  ['KMS data keys', 'GenerateDataKey', kmsEnvelope],
  ['branch keys', 'GetItem', branchEnvelope],
] as const)('%s', (_, operation, envelope) => {
  test.each(FAILURES)('%s', async (_, answer, expected, observed) => {
    store.fault = () => answer;
    const error = await errorOf(envelope().seal(TEXT, BINDING));
    expect(error).toMatchObject(expected);
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(
      /secret|Exception|arn:|t-01/u,
    );
    expect(calls).toEqual([{ operation, ...observed, milliseconds: expect.any(Number) as number }]);
    expect(store.operations).toHaveLength((observed as { readonly attempts: number }).attempts);
  });

  test('20 who wait for a call that fails share its failure, and its attempts', async () => {
    store.fault = () => exception('ThrottlingException');
    const shared = envelope();
    const errors = await Promise.all(Array.from({ length: 20 }, () => errorOf(shared.seal(TEXT, BINDING))));
    expect(errors.every(({ message }) => message.startsWith('THROTTLED'))).toBe(true);
    expect(store.operations).toHaveLength(3);
  });
});

test('a call that succeeds at the third attempt is one call of three attempts', async () => {
  let failures = 2;
  store.fault = () => (failures-- > 0 ? exception('ThrottlingException') : undefined);
  await kmsEnvelope().seal(TEXT, BINDING);
  expect(calls).toEqual([expect.objectContaining({ outcome: 'answered', attempts: 3 })]);
});

test('attempts are apart: the SDK backs off by a random time', async () => {
  const at: number[] = [];
  store.fault = () => {
    at.push(performance.now());
    return exception('ThrottlingException');
  };
  const waits: string[] = [];
  for (let turn = 0; turn < 4; turn++) {
    await errorOf(kmsEnvelope().seal(TEXT, BINDING));
    waits.push(((at.at(-1) ?? 0) - (at.at(-3) ?? 0)).toFixed(0));
  }
  expect(at).toHaveLength(12);
  expect(new Set(waits).size).toBeGreaterThan(1);
}, 20_000);

test('a service that never answers fails in bounded time, and may be tried again', async () => {
  store.fault = () => 'silence';
  const start = performance.now();
  const error = await errorOf(kmsEnvelope().seal(TEXT, BINDING));
  expect(performance.now() - start).toBeLessThan(10_500);
  expect(error).toMatchObject({ code: 'NO_KEY', retryable: true });
  expect(calls).toEqual([expect.objectContaining({ outcome: 'timed-out' })]);
}, 20_000);

test('so does a client that was made without our settings', async () => {
  store.fault = () => 'silence';
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' };
  const kms = new KMSClient({ region: 'eu-west-1', endpoint: store.endpoint, credentials });
  const start = performance.now();
  expect(await errorOf(kmsEnvelope(kms).seal(TEXT, BINDING))).toMatchObject({
    code: 'NO_KEY',
    retryable: true,
  });
  expect(performance.now() - start).toBeLessThan(11_000);
  expect(calls).toEqual([expect.objectContaining({ outcome: 'timed-out' })]);
  kms.destroy();
}, 20_000);

test('an observer that throws refuses nothing', async () => {
  const keys = createKmsDataKeys({
    kms: store.kms,
    keyArn: KEY_ARN,
    observe: () => {
      throw new Error('no metrics today');
    },
  });
  await expect(createEnvelope({ keys }).seal(TEXT, BINDING)).resolves.toBeInstanceOf(Uint8Array);
});
