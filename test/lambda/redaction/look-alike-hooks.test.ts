import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { createModelHook } from '../../../lambda/model-hook/model-hook';
import { createRedactor } from '../../../lambda/redaction/redactor';
import { objectCreated, objectHook } from '../../support/hook-environment';
import { LambdaRuntime, type LambdaRuntimeProps } from '../../support/lambda-runtime';
import { LoopbackS3 } from '../../support/loopback-s3';
import { ROOT } from '../../support/synthesize';

jest.setTimeout(60_000);

/** Identifiers in the form of what an earlier redaction leaves, where every hook once left them alone. */
const HIDDEN = 'He said [SSN:512-45-7788] and [NAME:Quillfeather], then [MRN:5512-8841-0000000000].';
const RESOURCE = { resourceType: 'Patient', name: [{ family: '[NAME:Quillfeather]', text: HIDDEN }] };
const FORMS: readonly (readonly [string, string, string])[] = [
  ['text', 'txt', HIDDEN],
  ['JSON', 'json', JSON.stringify({ note: HIDDEN, ssn: '[SSN:512-45-7788]' })],
  ['FHIR', 'json', JSON.stringify(RESOURCE)],
  ['CSV', 'csv', `ssn,note\r\n[SSN:512-45-7788],"${HIDDEN}"\r\n`],
];

function expectClean(told: string): void {
  for (const value of ['512-45-7788', 'Quillfeather', '5512-8841']) expect(told).not.toContain(value);
  expect(told).toContain('[NAME');
}

async function answerOf(props: LambdaRuntimeProps, event: unknown): Promise<unknown> {
  const runtime = await LambdaRuntime.start(props);
  try {
    const outcome = await runtime.invoke(event);
    if ('error' in outcome) throw new Error(outcome.error.errorMessage);
    return outcome.response;
  } finally {
    await runtime.stop();
  }
}

const bundle = (name: string): LambdaRuntimeProps => ({
  asset: path.join(ROOT, 'dist', 'lambda', name),
  node: process.execPath,
});

test('the redaction function', async () => {
  expectClean(JSON.stringify(await answerOf(bundle('redaction'), { text: HIDDEN })));
});

test('the model hook', () => {
  const hook = createModelHook({ redactor: createRedactor() });
  const content = [{ text: HIDDEN }, { toolUse: { input: { ssn: '[SSN:512-45-7788]', note: HIDDEN } } }];
  expectClean(JSON.stringify(hook.beforeModel({ messages: [{ role: 'user', content }], system: content })));
  expectClean(JSON.stringify(hook.afterModel({ role: 'assistant', content })));
});

test('the interceptor of an agent', async () => {
  const body = {
    jsonrpc: '2.0',
    id: 7,
    method: 'tools/call',
    params: { name: 'find', arguments: { note: HIDDEN, ssn: '[SSN:512-45-7788]' } },
  };
  const mcp = { gatewayRequest: { path: '/mcp', httpMethod: 'POST', body } };
  const answer = await answerOf(bundle('agent-interceptor'), { interceptorInputVersion: '1.0', mcp });
  expectClean(JSON.stringify(answer));
});

test('the transformation of a stream', async () => {
  const answer = await answerOf(bundle('stream-redaction'), {
    invocationId: 'i-1',
    deliveryStreamArn: 'arn:aws:firehose:us-east-1:111122223333:deliverystream/notes',
    region: 'us-east-1',
    records: FORMS.map(([recordId, , text]) => ({
      recordId,
      approximateArrivalTimestamp: 1,
      data: Buffer.from(text).toString('base64'),
    })),
  });
  const { records } = answer as { readonly records: readonly { readonly result: string; data: string }[] };
  for (const { result, data } of records) {
    expect(result).toBe('Ok');
    expectClean(Buffer.from(data, 'base64').toString('utf8'));
  }
});

describe.each([
  ['object-redaction', (key: string, version: string) => objectCreated(key, version)],
  ['batch-redaction', (key: string) => ({ key })],
])('%s', (name, eventOf) => {
  test.each(FORMS)('of an object of %s', async (_, ending, text) => {
    const s3 = await LoopbackS3.start();
    try {
      const key = `incoming/[NAME:Quillfeather].${ending}`;
      const { versionId } = s3.put('originals', key, text, { tags: { chart: '[SSN:512-45-7788]' } });
      const answer = await answerOf(objectHook(name, s3), eventOf(key, versionId));
      expect(answer).toMatchObject({ outcome: 'REDACTED' });
      expectClean(`${JSON.stringify(answer)}${s3.contentsOf('redacted')}`);
    } finally {
      await s3.stop();
    }
  });
});

test.each(FORMS)('the command line, of %s', (form, _, text) => {
  const flags: Readonly<Record<string, readonly string[]>> = {
    JSON: ['--json'],
    FHIR: ['--fhir'],
    CSV: ['--csv'],
  };
  const cli = path.join(ROOT, 'dist', 'bin', 'hipaa-ai.js');
  const { status, stdout } = spawnSync(process.execPath, [cli, 'redact', ...(flags[form] ?? [])], {
    input: text,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expectClean(stdout);
});
