import { gatewayLog } from '../../../lambda/gateway/metrics';
import type { LedgerEntry } from '../../../lambda/ledger/ledger-entry';

const ENTRY: LedgerEntry = {
  kind: 'interaction',
  requestId: '0a1b2c3d-1111-4222-8333-444455556666',
  caller: {
    principal: 'arn:aws:iam::111122223333:role/discharge',
    authentication: 'iam',
    onBehalfOf: 'Quillfeather',
  },
  useCase: { id: 'discharge-summary', version: 4 },
  purpose: { of: 'treatment', basis: 'basis-1' },
  subject: { keyId: 'k', hmac: 'a'.repeat(64) },
  model: { id: 'anthropic.claude-one', region: 'us-east-1', attempts: 1, fallback: false },
  fields: { sent: 2, dropped: 1, justification: 'TRANSFER' },
  redactions: { NAME: 2, SSN: 1 },
  output: {
    redactions: { NAME: 1 },
    leaks: 1,
    entropyMillibits: 4_300,
    characters: 120,
    groundingPercent: 90,
  },
  tokens: { input: 11, output: 7 },
  stream: { firstTextMilliseconds: 40, firstTextCharacters: 80 },
  latency: { redact: 3, model: 900 },
  decision: { outcome: 'answered' },
};

interface Line extends Readonly<Record<string, unknown>> {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string; readonly Unit: string }[];
    }[];
  };
}

function lineOf(entry: LedgerEntry): Line {
  const lines: string[] = [];
  gatewayLog(
    (line) => lines.push(line),
    () => 1,
  )(entry);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.endsWith('}\n')).toBe(true);
  return JSON.parse(lines[0] ?? '') as Line;
}

const REFUSAL: LedgerEntry = {
  kind: 'refusal',
  requestId: ENTRY.requestId,
  caller: { principal: 'unknown', authentication: 'none' },
  latency: {},
  decision: { outcome: 'refused', stage: 'request', code: 'REQUEST_INVALID' },
};

test('an answer counts what was asked, redacted, leaked, and how long each stage took', () => {
  expect(lineOf(ENTRY)).toMatchObject({
    useCase: 'discharge-summary',
    model: 'anthropic.claude-one',
    purpose: 'treatment',
    Requests: 1,
    Refusals: 0,
    DroppedFields: 1,
    FullRecords: 1,
    Redactions: 3,
    'Redactions/NAME': 2,
    'Redactions/SSN': 1,
    Leaks: 1,
    EntropyMillibits: 4_300,
    InputTokens: 11,
    'Latency/redact': 3,
    'Latency/model': 900,
    FirstTextMilliseconds: 40,
    FirstTextCharacters: 80,
    GroundingPercent: 90,
  });
});

test('digests, bases and the names of sessions are in no line', () => {
  expect(JSON.stringify(lineOf(ENTRY))).not.toMatch(/a{64}|basis-1|Quillfeather/u);
});

test.each([
  ['an answer', ENTRY],
  ['a refusal', REFUSAL],
])('of %s every metric and dimension is in the line, as the format asks', (_, entry) => {
  const line = lineOf(entry);
  for (const { Namespace, Dimensions, Metrics } of line._aws.CloudWatchMetrics) {
    expect(Namespace).toBe('HipaaAi/Gateway');
    expect(Metrics.length).toBeGreaterThan(0);
    expect(Metrics.length).toBeLessThanOrEqual(100);
    for (const { Name } of Metrics) expect(typeof line[Name]).toBe('number');
    for (const name of Dimensions.flat()) {
      expect(['useCase', 'stage', 'model']).toContain(name);
      expect(typeof line[name]).toBe('string');
    }
  }
});

test('a refusal is counted by its stage, and what nobody authorized is of no use case', () => {
  const line = lineOf(REFUSAL);
  expect(line).toMatchObject({
    useCase: 'none',
    stage: 'request',
    Refusals: 1,
    Requests: 1,
    code: 'REQUEST_INVALID',
  });
  expect(
    line._aws.CloudWatchMetrics.some(({ Dimensions }) => Dimensions.some((each) => each.includes('stage'))),
  ).toBe(true);
});

test('what a person does about an answer, and an opening, are no requests', () => {
  for (const kind of ['opened', 'review', 'approval', 're-identification'] as const) {
    const line = lineOf({ ...ENTRY, kind });
    expect(line).toMatchObject({ Records: 1 });
    expect(line['Requests']).toBeUndefined();
  }
});
