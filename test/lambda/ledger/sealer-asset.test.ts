import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { LEDGER_METRICS, LEDGER_NAMESPACE, LEDGER_VARIABLES } from '../../../lib/contract/ledger';
import { ChainedWriter } from '../../../lambda/ledger/chained-writer';
import { createS3Store } from '../../../lambda/ledger/s3-store';
import { publicKeysOf } from '../../../lambda/ledger/signer';
import { KMSClient } from '@aws-sdk/client-kms';
import { createKmsSigner } from '../../../lambda/ledger/kms-signer';
import { LambdaRuntime } from '../../support/lambda-runtime';
import { LoopbackS3 } from '../../support/loopback-s3';
import { LoopbackSigningKms } from '../../support/loopback-signing-kms';
import { ROOT } from '../../support/synthesize';
import { entry, TestClock, verified } from './ledgers';

jest.setTimeout(60_000);

const BUCKET = 'invented-ledger';
const PREFIX = 'ledger/';

let s3: LoopbackS3;
let kms: LoopbackSigningKms;
beforeEach(async () => {
  s3 = await LoopbackS3.start();
  kms = await LoopbackSigningKms.start();
});
afterEach(async () => {
  await s3.stop();
  await kms.stop();
});

function start(environment: Readonly<Record<string, string>>): Promise<LambdaRuntime> {
  return LambdaRuntime.start({
    asset: path.join(ROOT, 'dist', 'lambda', 'ledger-sealer'),
    node: process.execPath,
    environment: {
      ...kms.environment(),
      AWS_ENDPOINT_URL_S3: s3.endpoint,
      ...environment,
    },
  });
}

test('the bundle closes what is abandoned, writes a checkpoint, and logs its anchor and counts', async () => {
  const local = { region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  const client = new S3Client({ ...local, endpoint: s3.endpoint, forcePathStyle: true });
  const store = createS3Store({ s3: client, bucket: BUCKET, prefix: PREFIX });
  const signer = createKmsSigner({
    kms: new KMSClient({ ...local, endpoint: kms.endpoint }),
    keyId: kms.keyArn,
  });
  const anHourAgo = new TestClock(Date.now() - 3_600_000);
  await new ChainedWriter({ store, signer, clock: anHourAgo }).append(entry());

  const runtime = await start({
    [LEDGER_VARIABLES.bucket]: BUCKET,
    [LEDGER_VARIABLES.prefix]: PREFIX,
    [LEDGER_VARIABLES.signingKeyArn]: kms.keyArn,
  });
  const outcome = await runtime.invoke({});
  await runtime.stop();
  expect(outcome).toMatchObject({
    response: { sealed: 1, writers: 1, broken: [], checkpoint: { number: 1 } },
  });
  const line = runtime.log.split('\n').find((each) => each.startsWith('{"event":"ledger-sealer"')) ?? '';
  const { hash } = (outcome as { response: { checkpoint: { hash: string } } }).response.checkpoint;
  expect(JSON.parse(line)).toMatchObject({
    anchor: `1:${hash}`,
    [LEDGER_METRICS.sealed]: 1,
    [LEDGER_METRICS.broken]: 0,
    [LEDGER_METRICS.checkpoints]: 1,
    _aws: { CloudWatchMetrics: [{ Namespace: LEDGER_NAMESPACE, Dimensions: [[]] }] },
  });
  const keys = publicKeysOf([kms.publicKeyPem()]);
  expect(await verified(store, { keys, anchor: { number: 1, hash } })).toMatchObject({
    found: [],
    records: 1,
    openRecords: 0,
  });
});

test('the bundle does not start without a bucket', async () => {
  const runtime = await start({ [LEDGER_VARIABLES.signingKeyArn]: kms.keyArn });
  expect(await runtime.invoke({})).toMatchObject({
    error: { errorMessage: `${LEDGER_VARIABLES.bucket} is not set` },
  });
  await runtime.stop();
});
