import Ajv from 'ajv';
import { keyUseLog, serviceCallLog } from '../../../lambda/envelope/key-use-log';
import { KEY_USE_NAMESPACE } from '../../../lib/contract/key-use';
import type { KeyUse } from '../../../lambda/envelope/key-use';
import type { ServiceCall } from '../../../lambda/envelope/keys/service-call';

const name = { type: 'string', minLength: 1, maxLength: 255 };

/**
 * What the format demands of a document.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
const SCHEMA = {
  type: 'object',
  required: ['_aws'],
  properties: {
    _aws: {
      type: 'object',
      required: ['Timestamp', 'CloudWatchMetrics'],
      additionalProperties: false,
      properties: {
        Timestamp: { type: 'integer', minimum: 1_600_000_000_000 },
        CloudWatchMetrics: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['Namespace', 'Dimensions', 'Metrics'],
            additionalProperties: false,
            properties: {
              Namespace: name,
              Dimensions: { type: 'array', minItems: 1, items: { type: 'array', maxItems: 9, items: name } },
              Metrics: {
                type: 'array',
                minItems: 1,
                maxItems: 100,
                items: {
                  type: 'object',
                  required: ['Name'],
                  additionalProperties: false,
                  properties: { Name: name, Unit: { enum: ['Count'] } },
                },
              },
            },
          },
        },
      },
    },
  },
};
const validate = new Ajv({ allErrors: true }).compile(SCHEMA);

interface Line extends Readonly<Record<string, unknown>> {
  readonly _aws?: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
}

/** The metrics of a line and their values; each must be a number at the root. */
function metricsOf(line: Line): Record<string, unknown> {
  expect(validate(line) ? [] : validate.errors).toEqual([]);
  const directives = line._aws?.CloudWatchMetrics ?? [];
  expect(directives.map(({ Namespace }) => Namespace)).toEqual([KEY_USE_NAMESPACE]);
  const names = directives.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name));
  for (const each of names) expect(Number.isFinite(line[each])).toBe(true);
  return Object.fromEntries(names.map((each) => [each, line[each]]));
}

function written(record: (write: (line: string) => void) => void): Line {
  const lines: string[] = [];
  record((line) => void lines.push(line));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\{[^\n]*\}\n$/u);
  return JSON.parse(lines[0] ?? '') as Line;
}

const USE = {
  operation: 'seal',
  outcome: 'OK',
  binding: { tenant: 't-01', purpose: 'prompt', record: 'line\nbreak "quoted"' },
  messageId: 'bWVzc2FnZQ==',
  keyId: 'branch:version:0f0e0d0c-1111-4222-8333-444455556666',
  bytes: 18,
} as const satisfies KeyUse;

const record = (use: KeyUse): Line => written((write) => void keyUseLog(write)(use));

test('a use is one line of ids and outcome, whatever characters they have', () => {
  const { _aws, Seals: _seals, ...line } = record(USE);
  const { binding, ...rest } = USE;
  expect(line).toEqual({ event: 'key-use', ...rest, ...binding });
});

test.each<[KeyUse, Record<string, number>]>([
  [USE, { Seals: 1 }],
  [{ ...USE, operation: 'open' }, { Opens: 1 }],
  [{ ...USE, outcome: 'NO_KEY' }, { Refusals: 1 }],
  [{ operation: 'open', outcome: 'CONTEXT_MISMATCH' }, { Refusals: 1 }],
])('%# is a valid document of the embedded metric format', (use, expected) => {
  expect(metricsOf(record(use))).toEqual(expected);
});

test.each(['STARTED', 'ABANDONED'] as const)('%s is recorded, and counts as nothing', (outcome) => {
  const line = record({ ...USE, outcome });
  expect(line).toMatchObject({ event: 'key-use', outcome });
  expect(line).not.toHaveProperty('_aws');
});

test.each<[ServiceCall, Record<string, number>]>([
  [
    { operation: 'Decrypt', outcome: 'answered', attempts: 1, milliseconds: 12.6 },
    { KeyCalls: 1, KeyThrottles: 0, KeyRetries: 0 },
  ],
  [
    { operation: 'GetItem', outcome: 'throttled', attempts: 3, milliseconds: 900 },
    { KeyCalls: 1, KeyThrottles: 1, KeyRetries: 2 },
  ],
  [
    { operation: 'GenerateDataKey', outcome: 'timed-out', attempts: 3, milliseconds: 9000 },
    { KeyCalls: 1, KeyThrottles: 0, KeyRetries: 2 },
  ],
])('a call is a valid document, too: %j', (call, expected) => {
  const line = written((write) => serviceCallLog(write)(call));
  expect(metricsOf(line)).toEqual(expected);
  const { _aws, ...rest } = line;
  const milliseconds = Math.round(call.milliseconds);
  expect(rest).toEqual({ event: 'key-call', ...call, milliseconds, ...expected });
});
