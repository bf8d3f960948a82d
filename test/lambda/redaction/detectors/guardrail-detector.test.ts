import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import {
  APPLY_GUARDRAIL_MOST_BYTES,
  GuardrailDetector,
  type GuardrailDetectorProps,
} from '../../../../lambda/redaction/detectors/guardrail-detector';
import { LoopbackService, type ServiceAnswer } from '../../../support/loopback-service';

let respond: (text: string, asked: number) => ServiceAnswer;
let service: LoopbackService;
let client: BedrockRuntimeClient;
const instant = { now: () => 0, sleep: () => Promise.resolve(), random: () => 0 };
const textOf = (body: unknown): string =>
  (body as { content: [{ text: { text: string } }] }).content[0].text.text;

beforeAll(async () => {
  service = await LoopbackService.start('http2', ({ body }) =>
    respond(textOf(body), service.requests.length),
  );
  client = new BedrockRuntimeClient({
    endpoint: service.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
});
beforeEach(() => {
  service.requests.length = 0;
});
afterAll(async () => {
  client.destroy();
  await service.stop();
});

function detector(props: Partial<GuardrailDetectorProps> = {}): GuardrailDetector {
  return new GuardrailDetector({ client, guardrail: 'gr1', version: '3', clock: instant, ...props });
}

interface Found {
  readonly piiEntities?: readonly Record<string, unknown>[];
  readonly regexes?: readonly Record<string, unknown>[];
}

function assessed(
  { piiEntities = [], regexes = [] }: Found,
  more: Record<string, unknown> = {},
): ServiceAnswer {
  return {
    body: {
      action: 'GUARDRAIL_INTERVENED',
      outputs: [{ text: 'a masked text that nobody asked for' }],
      assessments: [{ sensitiveInformationPolicy: { piiEntities, regexes } }],
      usage: { sensitiveInformationPolicyUnits: 1, sensitiveInformationPolicyFreeUnits: 0 },
      ...more,
    },
  };
}

const pii = (match: string, type = 'NAME', more: Record<string, unknown> = {}): Found => ({
  piiEntities: [{ match, type, action: 'ANONYMIZED', ...more }],
});

async function found(text: string, answer: ServiceAnswer): Promise<[string, string][]> {
  respond = () => answer;
  const spans = await detector().detect(text);
  return spans.map(({ start, end, category }) => [text.slice(start, end), category]);
}

test('asks ApplyGuardrail of the version given, for everything it detects', async () => {
  respond = () => assessed({});
  await detector({ source: 'OUTPUT' }).detect('so Qwelt went');
  expect(service.requests).toMatchObject([
    {
      path: '/guardrail/gr1/version/3/apply',
      body: { source: 'OUTPUT', outputScope: 'FULL', content: [{ text: { text: 'so Qwelt went' } }] },
    },
  ]);
});

test('every whole occurrence of what was found is covered', async () => {
  respond = () => assessed(pii('Ann'));
  await expect(detector().detect('😀 Ann had her Annual visit; Ann is well')).resolves.toEqual(
    [3, 29].map((start) => ({ start, end: start + 3, category: 'NAME', detector: 'guardrail', score: 0.4 })),
  );
});

test.each([
  ['ADDRESS', 'GEO'],
  ['US_SOCIAL_SECURITY_NUMBER', 'SSN'],
  ['DRIVER_ID', 'LICENSE'],
  ['VEHICLE_IDENTIFICATION_NUMBER', 'VEHICLE'],
  ['MAC_ADDRESS', 'DEVICE'],
  ['CA_HEALTH_NUMBER', 'HEALTH_PLAN'],
  ['US_BANK_ACCOUNT_NUMBER', 'ACCOUNT'],
  ['US_PASSPORT_NUMBER', 'OTHER_ID'],
  ['A_TYPE_OF_TOMORROW', 'OTHER_ID'],
  ['constructor', 'OTHER_ID'],
])('%s is %s here', async (type, category) => {
  await expect(found('so Qwelt went', assessed(pii('Qwelt', type)))).resolves.toEqual([['Qwelt', category]]);
});

test('what a regex of the guardrail matched is another identifier', async () => {
  const answer = assessed({ regexes: [{ name: 'ward', match: 'W-12', regex: 'W-\\d+', action: 'BLOCKED' }] });
  await expect(found('on W-12 now', answer)).resolves.toEqual([['W-12', 'OTHER_ID']]);
});

test('an age under 90 stays, one over 89 goes', async () => {
  await expect(found('aged 42', assessed(pii('42', 'AGE')))).resolves.toEqual([]);
  await expect(found('aged 94', assessed(pii('94', 'AGE')))).resolves.toEqual([['94', 'AGE_OVER_89']]);
});

test('what is detected without being acted on counts, what is not detected does not', async () => {
  await expect(
    found('so Qwelt went', assessed(pii('Qwelt', 'NAME', { action: 'NONE', detected: true }))),
  ).resolves.toHaveLength(1);
  await expect(
    found('so Qwelt went', assessed(pii('Qwelt', 'NAME', { action: 'NONE', detected: false }))),
  ).resolves.toEqual([]);
});

test('a text blocked for its topic has no spans for that', async () => {
  const answer = assessed(
    {},
    { assessments: [{ topicPolicy: { topics: [{ name: 'advice', type: 'DENY', action: 'BLOCKED' }] } }] },
  );
  await expect(found('so Qwelt went', answer)).resolves.toEqual([]);
});

test('a long text goes in requests of at most ten text units, and a name over any cut is found', async () => {
  const text = Array.from(
    { length: 700 },
    (_, at) => `Zelwick${at} slept well. No complaints of any kind.\n`,
  ).join('');
  respond = (piece) =>
    assessed({
      piiEntities: Array.from(piece.matchAll(/Zelwick\d+/g), ({ 0: match }) => ({
        match,
        type: 'NAME',
        action: 'ANONYMIZED',
      })),
    });
  const spans = await detector().detect(text);
  for (const { body } of service.requests) {
    expect(Buffer.byteLength(textOf(body))).toBeLessThanOrEqual(APPLY_GUARDRAIL_MOST_BYTES);
  }
  expect(service.requests.length).toBeGreaterThan(3);
  expect(new Set(spans.map(({ start, end }) => text.slice(start, end))).size).toBe(700);
});

test('a throttled request is sent again', async () => {
  respond = (_, asked) =>
    asked < 3
      ? { status: 429, body: { __type: 'ThrottlingException', message: 'Qwelt' } }
      : assessed(pii('Qwelt'));
  await expect(detector().detect('so Qwelt went')).resolves.toHaveLength(1);
  expect(service.requests).toHaveLength(3);
});

test.each<[string, ServiceAnswer, string, number]>([
  [
    'throttling without end',
    { status: 429, body: { __type: 'ThrottlingException', message: 'Qwelt' } },
    'kept throttling',
    5,
  ],
  [
    'a fault of the server',
    { status: 500, body: { __type: 'InternalServerException', message: 'Qwelt' } },
    'refused or failed',
    1,
  ],
  [
    'a refusal',
    { status: 403, body: { __type: 'AccessDeniedException', message: 'Qwelt' } },
    'refused or failed',
    1,
  ],
  ['silence', 'silence', 'gave no answer in time', 1],
  ['a match that is not in the text', assessed(pii('Zelwick')), 'does not fit the text', 1],
  ['a match without a value', assessed(pii('')), 'does not fit the text', 1],
  [
    'a text read in part',
    assessed({}, { guardrailCoverage: { textCharacters: { guarded: 5, total: 13 } } }),
    'does not fit the text',
    1,
  ],
  [
    'a guardrail without a policy for sensitive information',
    assessed(
      {},
      {
        usage: {
          topicPolicyUnits: 1,
          sensitiveInformationPolicyUnits: 0,
          sensitiveInformationPolicyFreeUnits: 0,
        },
      },
    ),
    'does not look for sensitive information',
    1,
  ],
])('%s fails the call, with no text in the error', async (_, answer, reason, asked) => {
  respond = () => answer;
  const error: unknown = await detector({ timeout: 300 })
    .detect('so Qwelt went')
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'RedactionError', code: 'DETECTOR_FAILED' });
  expect(String(error)).toMatch(new RegExp(`guardrail .*${reason}`));
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/Qwelt|Zelwick|arn:|127\.0/);
  expect(service.requests).toHaveLength(asked);
});

test('a guardrail of regexes alone, which are free, looks as well', async () => {
  const usage = { sensitiveInformationPolicyUnits: 0, sensitiveInformationPolicyFreeUnits: 1 };
  await expect(found('so Qwelt went', assessed({}, { usage }))).resolves.toEqual([]);
});
