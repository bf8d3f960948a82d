import { KMSClient } from '@aws-sdk/client-kms';
import { createEnvelope, type Envelope } from '../../../../lambda/envelope/envelope';
import { createBranchKeys } from '../../../../lambda/envelope/keys/branch-keys';
import { createKmsDataKeys } from '../../../../lambda/envelope/keys/kms-data-keys';
import {
  CALL_DEADLINE_MS,
  type ServiceCall,
  type ServiceCallObserver,
} from '../../../../lambda/envelope/keys/service-call';
import { exception, KEY_ARN, LoopbackKeyStore } from '../../../support/loopback-key-store';
import type { ServiceAnswer } from '../../../support/loopback-service';
import { errorOf } from './error-of';

const BINDING = { tenant: 't-01', purpose: 'prompt', record: 'r-9f8a7b' };
const TEXT = Buffer.from('an invented prompt');
const STORE = { tableName: 'tenant-keys', logicalKeyStoreName: 'tenant-keys', keyArn: KEY_ARN };

/** Twice the deadline of a call: what hangs takes longer, and a busy machine does not. */
const BOUND_MS = 2 * CALL_DEADLINE_MS;

/** Services, and the calls of them that were observed. */
interface Place {
  readonly store: LoopbackKeyStore;
  readonly calls: ServiceCall[];
  readonly observe: ServiceCallObserver;
}

/** A test with services of its own: those that wait for the SDK wait at once, with `test.concurrent`. */
function inPlace<Row extends readonly unknown[]>(
  body: (place: Place, ...row: Row) => Promise<void>,
): (...row: Row) => Promise<void> {
  return async (...row) => {
    const store = await LoopbackKeyStore.start();
    const calls: ServiceCall[] = [];
    try {
      await body({ store, calls, observe: (call) => void calls.push(call) }, ...row);
    } finally {
      await store.stop();
    }
  };
}

function kmsEnvelope({ store, observe }: Place, kms: KMSClient = store.kms): Envelope {
  return createEnvelope({ keys: createKmsDataKeys({ kms, keyArn: KEY_ARN, observe }) });
}

function branchEnvelope({ store, observe }: Place): Envelope {
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

const SOURCES = [
  ['KMS data keys', 'GenerateDataKey', kmsEnvelope],
  ['branch keys', 'GetItem', branchEnvelope],
] as const;

// no `describe` around: what is at one level waits at once, and the longest comes first
test.concurrent(
  'a service that never answers fails in bounded time, and may be tried again',
  inPlace(async (place) => {
    place.store.fault = () => 'silence';
    const error = await errorOf(kmsEnvelope(place).seal(TEXT, BINDING));
    expect(error).toMatchObject({ code: 'NO_KEY', retryable: true });
    expect(place.calls).toEqual([expect.objectContaining({ outcome: 'timed-out' })]);
  }),
  BOUND_MS,
);

test.concurrent(
  'so does a client that was made without our settings',
  inPlace(async (place) => {
    place.store.fault = () => 'silence';
    const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' };
    const kms = new KMSClient({ region: 'eu-west-1', endpoint: place.store.endpoint, credentials });
    expect(await errorOf(kmsEnvelope(place, kms).seal(TEXT, BINDING))).toMatchObject({
      code: 'NO_KEY',
      retryable: true,
    });
    expect(place.calls).toEqual([expect.objectContaining({ outcome: 'timed-out' })]);
    kms.destroy();
  }),
  BOUND_MS,
);

test.concurrent.each(
  SOURCES.flatMap(([name, operation, envelope]) =>
    FAILURES.map(
      ([failure, answer, expected, observed]) =>
        [name, failure, { operation, envelope, answer, expected, observed }] as const,
    ),
  ),
)(
  '%s: %s',
  inPlace(async (place, _, __, { operation, envelope, answer, expected, observed }) => {
    place.store.fault = () => answer;
    const error = await errorOf(envelope(place).seal(TEXT, BINDING));
    expect(error).toMatchObject(expected);
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(
      /secret|Exception|arn:|t-01/u,
    );
    expect(place.calls).toEqual([{ operation, ...observed, milliseconds: expect.any(Number) as number }]);
    expect(place.store.operations).toHaveLength((observed as { readonly attempts: number }).attempts);
  }),
);

test.concurrent.each(SOURCES)(
  '%s: 20 who wait for a call that fails share its failure, and its attempts',
  inPlace(async (place, _, __, envelope) => {
    place.store.fault = () => exception('ThrottlingException');
    const shared = envelope(place);
    const errors = await Promise.all(Array.from({ length: 20 }, () => errorOf(shared.seal(TEXT, BINDING))));
    expect(errors.every(({ message }) => message.startsWith('THROTTLED'))).toBe(true);
    expect(place.store.operations).toHaveLength(3);
  }),
);

test.concurrent(
  'a call that succeeds at the third attempt is one call of three attempts',
  inPlace(async (place) => {
    let failures = 2;
    place.store.fault = () => (failures-- > 0 ? exception('ThrottlingException') : undefined);
    await kmsEnvelope(place).seal(TEXT, BINDING);
    expect(place.calls).toEqual([expect.objectContaining({ outcome: 'answered', attempts: 3 })]);
  }),
);

test.concurrent(
  'attempts are apart: the SDK backs off by a random time',
  async () => {
    /** Milliseconds between the first attempt of a call and its third. */
    const waits: number[] = [];
    const wait = inPlace(async (place) => {
      const at: number[] = [];
      place.store.fault = () => {
        at.push(performance.now());
        return exception('ThrottlingException');
      };
      await errorOf(kmsEnvelope(place).seal(TEXT, BINDING));
      expect(at).toHaveLength(3);
      waits.push((at.at(-1) ?? 0) - (at[0] ?? 0));
    });
    await Promise.all([wait(), wait(), wait(), wait()]);
    expect(waits).toHaveLength(4);
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(10);
  },
  20_000,
);

test(
  'an observer that throws refuses nothing',
  inPlace(async ({ store }) => {
    const keys = createKmsDataKeys({
      kms: store.kms,
      keyArn: KEY_ARN,
      observe: () => {
        throw new Error('no metrics today');
      },
    });
    await expect(createEnvelope({ keys }).seal(TEXT, BINDING)).resolves.toBeInstanceOf(Uint8Array);
  }),
);
