import { BatchDeidentification } from '../../../lib/redaction/batch-deidentification';
import { ObjectRedactionHook } from '../../../lib/redaction/object-redaction-hook';
import type { BatchItems } from '../../../lib/redaction/batch-definition';
import { text } from '../../encryption/policy-evaluator';
import { DistributedMap, type Invoke, type Run } from '../../support/distributed-map';
import { objectHook } from '../../support/hook-environment';
import { hookPlace, originals } from '../../support/hook-place';
import { LambdaRuntime } from '../../support/lambda-runtime';
import { LoopbackS3 } from '../../support/loopback-s3';
import { NOTE, PLANTED } from '../../support/redaction-asset-cases';
import { logicalIdsOf, onlyResource, synthesize, testStack } from '../../support/synthesize';

jest.setTimeout(30_000);

type Definition = Readonly<Record<string, unknown>>;

/** The definition that deploys, with the names of the buckets beside us. */
function synthesized(items: BatchItems, toleratedFailurePercentage: number): Definition {
  const stack = testStack();
  const { place, accessLogs, ...around } = hookPlace(stack);
  const hook = new ObjectRedactionHook(stack, 'Objects', {
    ...place,
    accessLogs,
    ...around,
    source: originals(stack),
  });
  new BatchDeidentification(stack, 'Batch', {
    ...place,
    accessLogs,
    hook,
    items,
    toleratedFailurePercentage,
  });
  const template = synthesize(stack);
  const results = logicalIdsOf(template, 'AWS::S3::Bucket').find((id) => id.startsWith('BatchResults')) ?? '';
  const { DefinitionString } = onlyResource(template, 'AWS::StepFunctions::StateMachine').Properties;
  const [originalsId = ''] = logicalIdsOf(template, 'AWS::S3::Bucket').filter((id) =>
    id.startsWith('Originals'),
  );
  return JSON.parse(
    text(DefinitionString).replaceAll(`<${results}>`, 'results').replaceAll(`<${originalsId}>`, 'originals'),
  ) as Definition;
}

const definitions = new Map<string, Definition>();
function definition(items: BatchItems, toleratedFailurePercentage: number): Definition {
  const key = `${items} ${toleratedFailurePercentage}`;
  const known = definitions.get(key) ?? synthesized(items, toleratedFailurePercentage);
  definitions.set(key, known);
  return known;
}

const NAMES = ['Quillfeather_Marlowe', 'vantongeren-isolde', 'notes'].map((name) => `incoming/${name}.txt`);

let s3: LoopbackS3;
let runtime: LambdaRuntime;
beforeAll(async () => {
  s3 = await LoopbackS3.start();
  runtime = await LambdaRuntime.start(objectHook('batch-redaction', s3));
});
beforeEach(() => {
  s3.reset();
  runtime.log = '';
});
afterAll(async () => {
  await runtime.stop();
  await s3.stop();
});

const invoke: Invoke = async ({ payload }) => {
  const outcome = await runtime.invoke(payload);
  if ('response' in outcome) return outcome.response;
  throw Object.assign(new Error(outcome.error.errorMessage), { name: outcome.error.errorType });
};
const run = (items: BatchItems, input: unknown, tolerated = 0): Promise<Run> =>
  new DistributedMap(s3, invoke).run(definition(items, tolerated), input);
const outcomes = ({ succeeded }: Run) =>
  succeeded.map((each) => (each as { readonly outcome: string }).outcome);

test('every object of a prefix is copied, and what became of each is written in counts and ids', async () => {
  for (const key of [...NAMES, 'incoming/', 'elsewhere/other.txt']) s3.put('originals', key, NOTE);
  const done = await run('objects', { prefix: 'incoming/' });
  expect(done.status).toBe('SUCCEEDED');
  expect(outcomes(done)).toEqual(['REDACTED', 'REDACTED', 'REDACTED', 'GONE']);
  expect(s3.keysOf('redacted')).toHaveLength(3);
  const results = s3.versionsOf('results', 'results/run/SUCCEEDED_0.jsonl')[0]?.body.toString('utf8') ?? '';
  expect(
    results
      .trim()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line) as object).sort())[0],
  ).toEqual(['bytes', 'counts', 'outcome', 'versionId']);
  const told = `${results}${runtime.log}${s3.contentsOf('redacted')}`.toLowerCase();
  for (const value of PLANTED) expect(told).not.toContain(value.toLowerCase());
});

test('a second batch passes over what the first copied, and copies what is new', async () => {
  for (const key of NAMES) s3.put('originals', key, NOTE);
  await run('objects', { prefix: 'incoming/' });
  const reads = s3.requests.filter((line) => line.startsWith('GET originals')).length;
  s3.put('originals', NAMES[2] ?? '', `${NOTE} more`);
  const again = await run('objects', { prefix: 'incoming/' });
  expect(outcomes(again)).toEqual(['ALREADY_REDACTED', 'ALREADY_REDACTED', 'REDACTED']);
  expect(s3.requests.filter((line) => line.startsWith('GET originals'))).toHaveLength(reads + 1);
  expect(s3.keysOf('redacted')).toHaveLength(4);
});

test('objects that are quarantined count as failed, up to the share that is tolerated', async () => {
  for (const key of NAMES.slice(0, 2)) s3.put('originals', key, NOTE);
  s3.put('originals', NAMES[2] ?? '', Buffer.from([0xff]));
  const strict = await run('objects', { prefix: 'incoming/' }, 33);
  expect(strict.status).toBe('FAILED');
  expect(strict.failed).toMatchObject([{ Error: 'Quarantined' }]);
  expect(JSON.parse(strict.failed[0]?.Cause ?? '')).toMatchObject({
    outcome: 'QUARANTINED',
    reason: 'NOT_UTF8_TEXT',
  });
  expect((await run('objects', { prefix: 'incoming/' }, 34)).status).toBe('SUCCEEDED');
  expect(s3.keysOf('redacted')).toHaveLength(2);
});

test.each<[BatchItems, (rows: readonly (readonly [string, string])[]) => string]>([
  ['csv', (rows) => ['key,versionId', ...rows.map((row) => row.join(','))].join('\n')],
  ['jsonl', (rows) => rows.map(([key, versionId]) => JSON.stringify({ key, versionId })).join('\n')],
])('a manifest in %s names objects and versions', async (items, write) => {
  const old = s3.put('originals', NAMES[0] ?? '', NOTE);
  s3.put('originals', NAMES[0] ?? '', 'new');
  const current = s3.put('originals', NAMES[1] ?? '', NOTE);
  s3.put(
    'results',
    'manifests/a',
    write([
      [NAMES[0] ?? '', old.versionId],
      [NAMES[1] ?? '', ''],
    ]),
  );
  const done = await run(items, { manifest: 'manifests/a' });
  expect(done.succeeded).toMatchObject([
    { outcome: 'REDACTED', versionId: old.versionId },
    { outcome: 'REDACTED', versionId: current.versionId },
  ]);
});

test('a store that fails is tried again, and then fails its object without a word of it', async () => {
  s3.put('originals', NAMES[0] ?? '', NOTE);
  let failures = 0;
  s3.isDown = (line) => line.startsWith('HEAD') && failures++ < 3;
  expect((await run('objects', { prefix: 'incoming/' })).status).toBe('SUCCEEDED');
  s3.put('originals', NAMES[0] ?? '', NOTE);
  s3.isDown = (line) => line.startsWith('PUT redacted');
  const failed = await run('objects', { prefix: 'incoming/' });
  expect(failed).toMatchObject({ status: 'FAILED', attempts: 5, failed: [{ Error: 'RedactionError' }] });
  for (const value of PLANTED) expect(`${failed.failed[0]?.Cause}${runtime.log}`).not.toContain(value);
});

test('an object that is gone, and one without a version, are told apart', async () => {
  expect(await runtime.invoke({ key: 'incoming/none.txt' })).toMatchObject({ response: { outcome: 'GONE' } });
  s3.put('originals', 'incoming/old.txt', NOTE, { versionId: 'null' });
  expect(await runtime.invoke({ key: 'incoming/old.txt' })).toMatchObject({
    response: { outcome: 'QUARANTINED', reason: 'NOT_VERSIONED' },
  });
});

test.each([null, {}, { key: '' }, { key: 7 }, { key: 'a', versionId: 7 }])(
  'an item such as %j is refused',
  async (item) => {
    expect(JSON.stringify(await runtime.invoke(item))).toContain('INVALID_EVENT');
    expect(s3.requests).toEqual([]);
  },
);
