import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { KMSClient } from '@aws-sdk/client-kms';
import { createEnvelope } from '../../../lambda/envelope/envelope';
import { createKmsDataKeys } from '../../../lambda/envelope/keys/kms-data-keys';
import { LambdaRuntime, type Outcome } from '../../support/lambda-runtime';
import { LoopbackKms } from '../../support/loopback-kms';
import { NOTE, PLANTED } from '../../support/redaction-asset-cases';

const asset = path.resolve(__dirname, '../../../dist/lambda/redaction');
const keyArn = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-1111-4222-8333-444455556666';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const binding = { tenant: 't-1', purpose: 'original', record: 'r-1' };

let kms: LoopbackKms;
beforeAll(async () => {
  kms = await LoopbackKms.start(keyArn);
});
afterAll(() => kms.stop());

async function sealWith(endpoint: string): Promise<{ readonly outcome: Outcome; readonly log: string }> {
  const environment = {
    HIPAA_AI_DATA_KEY_ARN: keyArn,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_KMS: endpoint,
  };
  const runtime = await LambdaRuntime.start({ asset, node: process.execPath, environment });
  try {
    const outcome = await runtime.invoke({ text: NOTE, seal: true, binding });
    return { outcome, log: runtime.log };
  } finally {
    await runtime.stop();
  }
}

// one of them waits for the SDK to give up: the others need not
test.concurrent('the built asset seals the original so that only its binding opens it', async () => {
  const { outcome, log } = await sealWith(kms.endpoint);
  if ('error' in outcome) throw new Error(outcome.error.errorMessage);
  const { text, sealedOriginal } = outcome.response as {
    readonly text: string;
    readonly sealedOriginal: string;
  };
  const message = Buffer.from(sealedOriginal, 'base64');
  // random letters of a message id may well be a name
  const words = log.replaceAll(/"messageId":"[^"]*"/gu, '');
  for (const value of PLANTED) {
    expect(text).not.toContain(value);
    expect(message.includes(value)).toBe(false);
    expect(words).not.toContain(value);
  }
  const records = log.split('\n').filter((line) => line.includes('"event":"key-'));
  expect(records.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { event: 'key-call', operation: 'GenerateDataKey', outcome: 'answered', KeyCalls: 1 },
    { event: 'key-use', operation: 'seal', outcome: 'OK', keyId: keyArn, ...binding, Seals: 1 },
  ]);
  const client = new KMSClient({ region: 'us-east-1', endpoint: kms.endpoint, credentials });
  const envelope = createEnvelope({ keys: createKmsDataKeys({ kms: client, keyArn }) });
  expect(Buffer.from(await envelope.open(message, binding)).toString('utf8')).toBe(NOTE);
  await expect(envelope.open(message, { ...binding, tenant: 't-2' })).rejects.toThrow();
  client.destroy();
});

test.concurrent('the built asset returns nothing when the key service cannot be reached', async () => {
  const { outcome, log } = await sealWith('http://127.0.0.1:1');
  expect(outcome).toMatchObject({ error: { errorType: 'RedactionError' } });
  const sent = JSON.stringify(outcome) + log;
  expect(sent).toContain('SEAL_UNAVAILABLE');
  for (const value of PLANTED) expect(sent).not.toContain(value);
});

test.concurrent(
  'the built asset returns nothing, and in time, when the key service never answers',
  async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    try {
      const { outcome } = await sealWith(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
      expect(JSON.stringify(outcome)).toContain('SEAL_UNAVAILABLE');
    } finally {
      silent.closeAllConnections();
      silent.close();
    }
  },
  20_000,
);
