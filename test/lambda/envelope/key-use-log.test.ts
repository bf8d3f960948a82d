import { createEnvelope } from '../../../lambda/envelope/envelope';
import type { KeyUse } from '../../../lambda/envelope/key-use';
import { keyUseLog, serviceCallLog } from '../../../lambda/envelope/key-use-log';
import { KEY_USE_NAMESPACE } from '../../../lib/contract/key-use';
import { createKmsDataKeys } from '../../../lambda/envelope/keys/kms-data-keys';
import { FakeKms, KEY_ARN, serviceError } from './fake-kms';
import { BINDING, refusal } from './sealed';

interface Line extends Record<string, unknown> {
  readonly _aws?: {
    readonly Timestamp: number;
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string; readonly Unit: string }[];
    }[];
  };
}

const lines: string[] = [];
const parsed = (): Line[] => lines.map((line) => JSON.parse(line) as Line);
const write = (line: string): void => void lines.push(line);
beforeEach(() => (lines.length = 0));

const USE: KeyUse = {
  operation: 'seal',
  outcome: 'OK',
  binding: BINDING,
  messageId: 'bQ==',
  keyId: 'k-1',
  bytes: 4,
};

test.each<[KeyUse['operation'], KeyUse['outcome'], string | undefined]>([
  ['seal', 'OK', 'Seals'],
  ['open', 'OK', 'Opens'],
  ['seal', 'TOO_LARGE', 'Refusals'],
  ['open', 'AUTH_FAILED', 'Refusals'],
  ['open', 'STARTED', undefined],
  ['seal', 'ABANDONED', undefined],
])('%s %s counts as %s', async (operation, outcome, metric) => {
  await keyUseLog(write)({ ...USE, operation, outcome });
  const [line] = parsed();
  expect(lines[0]).toMatch(/^[^\n]+\n$/u);
  expect(line).toMatchObject({
    event: 'key-use',
    operation,
    outcome,
    ...BINDING,
    messageId: 'bQ==',
    keyId: 'k-1',
  });
  const metrics = line?._aws?.CloudWatchMetrics.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name));
  expect(metrics).toEqual(metric === undefined ? undefined : [metric]);
  if (metric !== undefined) expect(line?.[metric]).toBe(1);
});

test('every metric of a line is a number in it, in one namespace, without dimensions, at the time of the line', async () => {
  const before = Date.now();
  await keyUseLog(write)(USE);
  serviceCallLog(write)({ operation: 'Decrypt', outcome: 'answered', attempts: 3, milliseconds: 12.6 });
  for (const line of parsed()) {
    for (const { Namespace, Dimensions, Metrics } of line._aws?.CloudWatchMetrics ?? []) {
      expect({ Namespace, Dimensions }).toEqual({ Namespace: KEY_USE_NAMESPACE, Dimensions: [[]] });
      expect(Metrics.length).toBeGreaterThan(0);
      for (const { Name, Unit } of Metrics) expect([typeof line[Name], Unit]).toEqual(['number', 'Count']);
    }
    expect(line._aws?.Timestamp).toBeGreaterThanOrEqual(before);
  }
  expect(parsed()[1]).toMatchObject({ KeyCalls: 1, KeyThrottles: 0, KeyRetries: 2, milliseconds: 13 });
});

test('an envelope logs its uses and its calls of KMS as lines of ids', async () => {
  const kms = new FakeKms();
  const keys = createKmsDataKeys({ kms, keyArn: KEY_ARN, observe: serviceCallLog(write) });
  const envelope = createEnvelope({ keys, audit: keyUseLog(write) });
  const note = Buffer.from('Patient: Quillfeather, Marlowe');
  await envelope.seal(note, BINDING);
  kms.failure = serviceError('ThrottlingException');
  expect(await refusal(envelope.seal(note, { ...BINDING, tenant: 't-02' }))).toBe('THROTTLED');
  expect(parsed()).toMatchObject([
    { event: 'key-call', operation: 'GenerateDataKey', outcome: 'answered' },
    { event: 'key-use', operation: 'seal', outcome: 'OK', Seals: 1 },
    { event: 'key-call', operation: 'GenerateDataKey', outcome: 'throttled', KeyThrottles: 1 },
    { event: 'key-use', operation: 'seal', outcome: 'THROTTLED', Refusals: 1, tenant: 't-02' },
  ]);
  expect(lines.join('')).not.toMatch(/Quillfeather|secret/u);
});

test('a log that cannot be written refuses the use', async () => {
  const broken = (): never => {
    throw new Error('disk full');
  };
  const keys = createKmsDataKeys({ kms: new FakeKms(), keyArn: KEY_ARN, observe: serviceCallLog(broken) });
  const observed = createEnvelope({ keys });
  expect(await refusal(observed.seal(Buffer.from('note'), BINDING))).toBe('accepted');
  const audited = createEnvelope({ keys, audit: keyUseLog(broken) });
  expect(await refusal(audited.seal(Buffer.from('note'), BINDING))).toBe('AUDIT_FAILED');
});
