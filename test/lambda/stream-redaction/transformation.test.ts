import { gunzipSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { createRedactor } from '../../../lambda/redaction/redactor';
import { createTransformation, LONGEST_ANSWER } from '../../../lambda/stream-redaction/transformation';
import { filler, PLANTED } from '../../support/planted';

const transform = createTransformation(createRedactor());
const record = (data: string | Buffer, recordId = 'r') => ({
  recordId,
  data: Buffer.from(data).toString('base64'),
});
const answerTo = (...records: readonly unknown[]) => transform({ records }).answer.records;
const textOf = (data: string | undefined) => Buffer.from(data ?? '', 'base64').toString('utf8');

test('each record is answered under its id, in order', () => {
  const [first, second] = answerTo(record('SSN 512-45-7788\n', 'a'), record('BP 120/80\n', 'b'));
  expect(first).toMatchObject({ recordId: 'a', result: 'Ok' });
  expect(textOf(first?.data)).toBe('SSN [SSN]\n');
  expect(second).toMatchObject({ recordId: 'b', result: 'Ok' });
  expect(textOf(second?.data)).toBe('BP 120/80\n');
});

test('an empty record stays empty', () => {
  expect(answerTo(record(''))).toEqual([{ recordId: 'r', result: 'Ok', data: '' }]);
});

describe('what a log subscription sends', () => {
  const logs = (fields: object) => record(gzipSync(JSON.stringify(fields)));

  test('comes back compressed, every text without identifiers, numbers and ids as they were', () => {
    const [answer] = answerTo(
      logs({
        messageType: 'DATA_MESSAGE',
        owner: '111122223333',
        logGroup: '/app/notes',
        logStream: 'Dr. Isolde Vantongeren',
        logEvents: [
          {
            id: '31953106606966983378809025079804211143289615424298221568',
            timestamp: 1432826855000,
            message: '{"note":"Patient:\\nMarlowe Quillfeather, SSN 512-45-7788"}',
            extractedFields: { mail: 'marlowe.q@example.org' },
          },
        ],
      }),
    );
    expect(answer?.result).toBe('Ok');
    expect(JSON.parse(gunzipSync(Buffer.from(answer?.data ?? '', 'base64')).toString('utf8'))).toMatchObject({
      messageType: 'DATA_MESSAGE',
      owner: '111122223333',
      logStream: '[NAME]',
      logEvents: [
        {
          id: '31953106606966983378809025079804211143289615424298221568',
          timestamp: 1432826855000,
          message: expect.not.stringMatching(/Marlowe|Quillfeather|512-45/u) as unknown,
          extractedFields: { mail: '[EMAIL]' },
        },
      ],
    });
  });

  test('is dropped where it only tests the stream', () => {
    expect(answerTo(logs({ messageType: 'CONTROL_MESSAGE', owner: 'CloudwatchLogs' }))).toEqual([
      { recordId: 'r', result: 'Dropped' },
    ]);
  });

  test.each([
    ['of another kind', gzipSync('{"messageType":"Quillfeather"}')],
    [
      'with an owner that is no account',
      gzipSync('{"messageType":"DATA_MESSAGE","owner":"Quillfeather","logEvents":[]}'),
    ],
    ['without events', gzipSync('{"messageType":"DATA_MESSAGE","owner":"111122223333","logEvents":[{}]}')],
    ['that is no object', gzipSync('["Quillfeather"]')],
    ['that is no JSON', gzipSync('Quillfeather')],
    ['cut short', gzipSync('{"messageType":"DATA_MESSAGE"}').subarray(0, 20)],
    ['that unfolds beyond 16 MiB', gzipSync(Buffer.alloc(16 * 1024 * 1024 + 1, 32))],
  ])('fails where it is a message %s', (_, data) => {
    expect(answerTo(record(data))).toEqual([{ recordId: 'r', result: 'ProcessingFailed' }]);
  });
});

test.each([
  ['no UTF-8', Buffer.from([0xff, 0xfe])],
  ['UTF-16', Buffer.from('Quillfeather', 'utf16le')],
])('a record of %s fails, without its data, and the others do not', (_, data) => {
  expect(answerTo(record(data, 'bad'), record('fine', 'good'))).toEqual([
    { recordId: 'bad', result: 'ProcessingFailed' },
    expect.objectContaining({ recordId: 'good', result: 'Ok' }) as unknown,
  ]);
});

test('a record for which there is no room in the answer fails, and one that just fits does not', () => {
  const unchanged = { ...createRedactor(), redact: (text: string) => ({ text, spans: [], counts: {} }) };
  const filled = record('x'.repeat((LONGEST_ANSWER / 4) * 3));
  const resultsOf = (...records: readonly unknown[]) =>
    createTransformation(unchanged)({ records }).answer.records.map(({ result }) => result);
  expect(resultsOf(filled)).toEqual(['Ok']);
  expect(resultsOf(filled, record('x'))).toEqual(['Ok', 'ProcessingFailed']);
});

test('an engine that fails fails the record and says nothing', () => {
  const broken = {
    ...createRedactor(),
    redact: (text: string) => {
      throw new Error(text);
    },
  };
  const { answer, tally } = createTransformation(broken)({ records: [record('Quillfeather')] });
  expect(answer.records).toEqual([{ recordId: 'r', result: 'ProcessingFailed' }]);
  expect(tally).toEqual({ ok: 0, dropped: 0, failed: 1, counts: {} });
});

test.each([
  ['null', null],
  ['no records', {}],
  ['records that are no list', { records: 'Quillfeather' }],
  ['a record without data', { records: [{ recordId: 'Quillfeather' }] }],
  ['a record that is null', { records: [null] }],
])('an event of %s is refused with nothing of it in the error', (_, event) => {
  expect(() => transform(event)).toThrow(/^INVALID_EVENT: (?!.*Quill)/u);
});

test('every record is answered once, and no identifier survives in what is Ok', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(filler, fc.oneof(...PLANTED), filler), { maxLength: 5 }), (notes) => {
      const given = notes.map(([before, { phrase }, after], index) =>
        record(`${before}${phrase} ${after}`, String(index)),
      );
      const answers = answerTo(...given);
      expect(answers.map(({ recordId }) => recordId)).toEqual(given.map(({ recordId }) => recordId));
      for (const [index, [, { value }]] of notes.entries()) {
        expect(
          textOf(answers[index]?.data).replaceAll(/BP 120\/80, HR 72, SpO2 98%|500 mg|12\.5|13\.1/gu, ''),
        ).not.toContain(value);
      }
    }),
    { numRuns: 200, seed: 4 },
  );
});
