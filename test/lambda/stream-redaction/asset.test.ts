import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { LambdaRuntime } from '../../support/lambda-runtime';
import { NOTE, PLANTED } from '../../support/redaction-asset-cases';
import { ROOT } from '../../support/synthesize';
import type { Transformation } from '../../../lambda/stream-redaction/transformation';

const where = { asset: path.join(ROOT, 'dist', 'lambda', 'stream-redaction'), node: process.execPath };
let runtime: LambdaRuntime;
beforeAll(async () => {
  runtime = await LambdaRuntime.start(where);
});
afterAll(() => runtime.stop());

const base64 = (data: string | Buffer) => Buffer.from(data).toString('base64');
const event = (...data: readonly string[]) => ({
  invocationId: 'i-1',
  deliveryStreamArn: 'arn:aws:firehose:us-east-1:111122223333:deliverystream/notes',
  region: 'us-east-1',
  records: data.map((each, index) => ({
    recordId: String(index),
    approximateArrivalTimestamp: 1,
    data: each,
  })),
});

test('the built asset answers records without identifiers, and fails those it cannot read, without a word of either', async () => {
  const outcome = await runtime.invoke(
    event(
      base64(NOTE),
      base64(Buffer.from(NOTE, 'utf16le')),
      base64(gzipSync(NOTE)),
      'no base64: Quillfeather',
    ),
  );
  if ('error' in outcome) throw new Error(outcome.error.errorMessage);
  const { records } = outcome.response as Transformation;
  expect(records.map(({ result }) => result)).toEqual([
    'Ok',
    'ProcessingFailed',
    'ProcessingFailed',
    'ProcessingFailed',
  ]);
  const told = `${Buffer.from(records[0]?.data ?? '', 'base64').toString('utf8')}${JSON.stringify(records)}${runtime.log}`;
  for (const value of PLANTED) expect(told).not.toContain(value);
  const line = JSON.parse(runtime.log.split('\n').find((each) => each.startsWith('{')) ?? '') as object;
  expect(line).toMatchObject({
    event: 'stream-redaction',
    outcome: 'QUARANTINED',
    ok: 1,
    failed: 3,
    counts: { SSN: 1 },
  });
});

test('the built asset refuses an event that is none of Firehose', async () => {
  const outcome = await runtime.invoke({ records: [{ recordId: NOTE }] });
  expect(JSON.stringify(outcome)).toContain('INVALID_EVENT');
  for (const value of PLANTED) expect(`${JSON.stringify(outcome)}${runtime.log}`).not.toContain(value);
});
