import { ComprehendMedicalClient } from '@aws-sdk/client-comprehendmedical';
import {
  ComprehendMedicalDetector,
  type ComprehendMedicalDetectorProps,
} from '../../../../lambda/redaction/detectors/comprehend-medical-detector';
import { LoopbackService, type ServiceAnswer } from '../../../support/loopback-service';

type Entity = Record<string, unknown>;

let respond: (text: string, asked: number) => ServiceAnswer;
let service: LoopbackService;
let client: ComprehendMedicalClient;
const sent = (): string[] => service.requests.map(({ body }) => (body as { Text: string }).Text);
const instant = { now: () => 0, sleep: () => Promise.resolve(), random: () => 0 };

beforeAll(async () => {
  service = await LoopbackService.start('http1', ({ body }) =>
    respond((body as { Text: string }).Text, service.requests.length),
  );
  client = new ComprehendMedicalClient({
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

function detector(props: Partial<ComprehendMedicalDetectorProps> = {}): ComprehendMedicalDetector {
  return new ComprehendMedicalDetector({ client, clock: instant, ...props });
}

/** Answers as the service does: offsets in code points. */
function entities(...list: readonly Entity[]): ServiceAnswer {
  return { body: { Entities: list, ModelVersion: '2.0' } };
}

function entityOf(text: string, value: string, Type: string, Score = 0.98): Entity {
  const BeginOffset = Array.from(text.slice(0, text.indexOf(value))).length;
  return { BeginOffset, EndOffset: BeginOffset + Array.from(value).length, Text: value, Type, Score, Id: 0 };
}

test('asks DetectPHI for the text and gives spans in UTF-16 units, emoji before them or not', async () => {
  const text = '😀😀 Seen by Qwelt 😀 on Monday.';
  respond = () => entities(entityOf(text, 'Qwelt', 'NAME'));
  await expect(detector().detect(text)).resolves.toEqual([
    { start: 13, end: 18, category: 'NAME', detector: 'comprehend-medical', score: 0.49 },
  ]);
  expect(service.requests).toMatchObject([
    { target: 'ComprehendMedical_20181030.DetectPHI', body: { Text: text } },
  ]);
});

test.each([
  ['NAME', 'NAME'],
  ['ADDRESS', 'GEO'],
  ['DATE', 'DATE'],
  ['PHONE_OR_FAX', 'PHONE'],
  ['EMAIL', 'EMAIL'],
  ['URL', 'URL'],
  ['ID', 'OTHER_ID'],
  ['A_TYPE_OF_TOMORROW', 'OTHER_ID'],
  ['toString', 'OTHER_ID'],
])('%s is %s here', async (type, category) => {
  respond = (text) => entities(entityOf(text, 'Qwelt', type));
  await expect(detector().detect('so Qwelt went')).resolves.toMatchObject([{ category }]);
});

test('professions stay, and so do ages under 90', async () => {
  const text = 'A carpenter of 89, her mother is 91.';
  respond = () =>
    entities(
      entityOf(text, 'carpenter', 'PROFESSION'),
      entityOf(text, '89', 'AGE'),
      entityOf(text, '91', 'AGE'),
    );
  await expect(detector().detect(text)).resolves.toMatchObject([
    { start: text.indexOf('91'), category: 'AGE_OVER_89' },
  ]);
});

test('an entity below the score asked for is passed over, one at it is not', async () => {
  respond = (text) => entities(entityOf(text, 'Qwelt', 'NAME', 0.5));
  await expect(detector({ minimumScore: 0.51 }).detect('so Qwelt went')).resolves.toEqual([]);
  await expect(detector({ minimumScore: 0.5 }).detect('so Qwelt went')).resolves.toHaveLength(1);
});

test('100 KB go in requests of under 20,000 bytes, and a name over any cut is found where it is', async () => {
  const text = Array.from(
    { length: 2_000 },
    (_, at) => `😀 Zelwick${at} slept well. No complaints of any kind.\n`,
  ).join('');
  expect(Buffer.byteLength(text)).toBeGreaterThan(100_000);
  respond = (piece) =>
    entities(
      ...Array.from(piece.matchAll(/Zelwick\d+/g), ({ 0: name, index }) => {
        const BeginOffset = Array.from(piece.slice(0, index)).length;
        return { BeginOffset, EndOffset: BeginOffset + name.length, Text: name, Type: 'NAME', Score: 0.9 };
      }),
    );
  const spans = await detector().detect(text);
  for (const piece of sent()) expect(Buffer.byteLength(piece)).toBeLessThan(20_000);
  expect(sent().length).toBeGreaterThan(5);
  const found = new Set(spans.map(({ start, end }) => text.slice(start, end)));
  expect(found).toEqual(new Set(Array.from({ length: 2_000 }, (_, at) => `Zelwick${at}`)));
});

test('nothing is asked about a blank text', async () => {
  await expect(detector().detect(' \n')).resolves.toEqual([]);
  expect(service.requests).toEqual([]);
});

test('half a character is sent as a replacement, and offsets stay', async () => {
  respond = (text) => entities(entityOf(text, 'Qwelt', 'NAME'));
  await expect(detector().detect('\ud83d Qwelt')).resolves.toMatchObject([{ start: 2, end: 7 }]);
});

test('a throttled request is sent again', async () => {
  respond = (text, asked) =>
    asked < 3
      ? { status: 400, body: { __type: 'TooManyRequestsException', Message: text } }
      : entities(entityOf(text, 'Qwelt', 'NAME'));
  await expect(detector().detect('so Qwelt went')).resolves.toHaveLength(1);
  expect(service.requests).toHaveLength(3);
});

const offsets = (BeginOffset: unknown, EndOffset: unknown, Text?: string): ServiceAnswer =>
  entities({ BeginOffset, EndOffset, Type: 'NAME', Score: 0.9, ...(Text && { Text }) });

test.each<[string, ServiceAnswer, string, number]>([
  [
    'throttling without end',
    { status: 400, body: { __type: 'TooManyRequestsException', Message: 'Qwelt' } },
    'kept throttling',
    5,
  ],
  [
    'a fault of the server',
    { status: 500, body: { __type: 'InternalServerException', Message: 'Qwelt' } },
    'refused or failed',
    1,
  ],
  [
    'a refusal',
    { status: 400, body: { __type: 'AccessDeniedException', Message: 'Qwelt' } },
    'refused or failed',
    1,
  ],
  ['silence', 'silence', 'gave no answer in time', 1],
  ['an answer without a list', { body: {} }, 'does not fit the text', 1],
  ['one page of an answer', { body: { Entities: [], PaginationToken: 'more' } }, 'does not fit the text', 1],
  ['an end behind the text', offsets(3, 14), 'does not fit the text', 1],
  ['a start before the text', offsets(-1, 3), 'does not fit the text', 1],
  ['a span of nothing', offsets(3, 3), 'does not fit the text', 1],
  ['no offsets', offsets(undefined, undefined), 'does not fit the text', 1],
  ['a value that is nowhere in the text', offsets(3, 8, 'Zelwick'), 'does not fit the text', 1],
])('%s fails the call, with no text in the error', async (_, answer, reason, asked) => {
  respond = () => answer;
  const error: unknown = await detector({ timeout: 300 })
    .detect('so Qwelt went')
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'RedactionError', code: 'DETECTOR_FAILED' });
  expect(String(error)).toMatch(new RegExp(`comprehend-medical .*${reason}`));
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/Qwelt|Zelwick|arn:|127\.0/);
  expect(service.requests).toHaveLength(asked);
});

test('an end at the very end of the text is fine', async () => {
  respond = () => offsets(3, 13);
  await expect(detector().detect('so Qwelt went')).resolves.toMatchObject([{ start: 3, end: 13 }]);
});

test('a value that stands elsewhere than its offsets say is covered in both places', async () => {
  respond = () => offsets(0, 2, 'Qwelt');
  const spans = await detector().detect('so Qwelt went');
  expect(spans.map(({ start, end }) => [start, end])).toEqual([
    [0, 2],
    [3, 8],
  ]);
});

test('one piece that fails stops those not yet sent', async () => {
  respond = () => ({ status: 500, body: { __type: 'InternalServerException' } });
  const quota = { requestsPerSecond: 40, charactersPerSecond: 40_000, concurrency: 1 };
  await expect(detector({ quota }).detect('all quiet. '.repeat(20_000))).rejects.toMatchObject({
    code: 'DETECTOR_FAILED',
  });
  expect(service.requests).toHaveLength(1);
});

test.each([-0.1, 1.1, Number.NaN])('a minimum score of %s is refused', (minimumScore) => {
  expect(() => detector({ minimumScore })).toThrow(/^minimumScore is .*; give a number from 0 to 1$/);
});
