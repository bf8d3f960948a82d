import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { Lease } from '../../../lambda/gateway/claims/claims';
import { createLeasedClaims } from '../../../lambda/gateway/claims/leased-claims';
import { createDynamoDbStore } from '../../../lambda/gateway/store/dynamodb-store';
import { createFileStore } from '../../../lambda/gateway/store/file-store';
import { createMemoryStore } from '../../../lambda/gateway/store/memory-store';
import { createS3Store } from '../../../lambda/gateway/store/s3-store';
import type { VersionedStore } from '../../../lambda/gateway/store/versioned-store';
import { LoopbackS3 } from '../../support/loopback-s3';
import { LoopbackVersions } from '../../support/loopback-versions';

let table: LoopbackVersions;
let client: DynamoDBClient;
let bucket: LoopbackS3;
let s3: S3Client;
let opened = 0;
beforeAll(async () => {
  table = await LoopbackVersions.start();
  bucket = await LoopbackS3.start();
  s3 = new S3Client({
    endpoint: bucket.endpoint,
    forcePathStyle: true,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  client = new DynamoDBClient({
    endpoint: table.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});
afterAll(async () => {
  s3.destroy();
  await bucket.stop();
  client.destroy();
  await table.stop();
});
beforeEach(() => {
  table.rows.clear();
  table.loses = () => false;
});

const STORES: readonly (readonly [string, () => VersionedStore])[] = [
  ['memory', createMemoryStore],
  ['files', () => createFileStore(mkdtempSync(path.join(tmpdir(), 'claims-')))],
  ['a table', () => createDynamoDbStore({ client, tableName: 'claims' })],
  ['a bucket', () => createS3Store({ client: s3, bucket: 'bodies', prefix: `state/${(opened += 1)}/` })],
];

const lease = (changes: Partial<Lease> = {}): Lease => ({
  key: 'claim:a',
  request: 'a'.repeat(64),
  holder: 'first',
  until: 1_000,
  ...changes,
});
const SEALED = { requestId: 'first', replyKey: '30d/u/first/reply' };

describe.each(STORES)('claims in %s', (_, open) => {
  let now: number;
  let claims: ReturnType<typeof createLeasedClaims>;
  beforeEach(() => {
    now = 0;
    claims = createLeasedClaims({ store: open(), clock: { now: () => now } });
  });

  test('of many that begin at once one answers', async () => {
    const holders = Array.from({ length: 8 }, (__, at) => lease({ holder: `h${at}` }));
    const begun = await Promise.all(holders.map((each) => claims.begin(each)));
    expect(begun.map(({ state }) => state).toSorted()).toEqual(
      ['new', ...Array<string>(7).fill('running')].toSorted(),
    );
  });

  test('while the lease runs nobody else answers, and from its end on the next one does', async () => {
    await claims.begin(lease());
    now = 999;
    expect(await claims.begin(lease({ holder: 'second', until: 2_000 }))).toEqual({ state: 'running' });
    now = 1_000;
    expect(await claims.begin(lease({ holder: 'second', until: 2_000 }))).toEqual({ state: 'new' });
    // the first one learns of it, whatever it wants to write
    expect(await claims.sealed(lease(), SEALED)).toBe(false);
    expect(await claims.settle(lease(), { state: 'answered', sealed: SEALED, receipt: 'r' })).toBe(false);
    await claims.release(lease());
    expect(await claims.begin(lease({ holder: 'third' }))).toEqual({ state: 'running' });
  });

  test('what was sealed is found by who comes after the lease', async () => {
    await claims.begin(lease());
    expect(await claims.sealed(lease(), SEALED)).toBe(true);
    expect(await claims.begin(lease({ holder: 'second' }))).toEqual({ state: 'running' });
    now = 1_000;
    const second = lease({ holder: 'second', until: 2_000 });
    expect(await claims.begin(second)).toEqual({ state: 'unrecorded', sealed: SEALED });
    expect(await claims.settle(second, { state: 'answered', sealed: SEALED, receipt: 'r' })).toBe(true);
    expect(await claims.begin(lease({ holder: 'third' }))).toEqual({
      state: 'answered',
      sealed: SEALED,
      receipt: 'r',
    });
  });

  test('a claim that was let go is taken at once', async () => {
    await claims.begin(lease());
    await claims.release(lease());
    expect(await claims.begin(lease({ holder: 'second' }))).toEqual({ state: 'new' });
  });

  test('another request under the key is told as one, at any time', async () => {
    const other = lease({ holder: 'second', request: 'b'.repeat(64) });
    await claims.begin(lease());
    expect(await claims.begin(other)).toEqual({ state: 'other' });
    now = 5_000;
    expect(await claims.begin(other)).toEqual({ state: 'other' });
    await claims.begin(lease({ holder: 'third', until: 9_000 }));
    await claims.settle(lease({ holder: 'third', until: 9_000 }), {
      state: 'answered',
      sealed: SEALED,
      receipt: 'r',
    });
    expect(await claims.begin(other)).toEqual({ state: 'other' });
  });
});

test('files are shared: what one process began the other finds', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'claims-'));
  const clock = { now: () => 0 };
  await createLeasedClaims({ store: createFileStore(directory), clock }).begin(lease());
  const other = createLeasedClaims({ store: createFileStore(directory), clock });
  expect(await other.begin(lease({ holder: 'second' }))).toEqual({ state: 'running' });
});

test('a put whose answer was lost is known to be ours', async () => {
  let lost = 0;
  table.loses = () => lost++ === 0;
  const claims = createLeasedClaims({
    store: createDynamoDbStore({ client, tableName: 'claims' }),
    clock: { now: () => 0 },
  });
  expect(await claims.begin(lease())).toEqual({ state: 'new' });
  expect(lost).toBeGreaterThan(0);
});

test('rows expire a day after their lease, and hold digests and ids alone', async () => {
  const claims = createLeasedClaims({
    store: createDynamoDbStore({ client, tableName: 'claims' }),
    clock: { now: () => 0 },
  });
  await claims.begin(lease({ until: 4_000 }));
  expect(table.rows.get('claim:a')?.['expiresAt']).toEqual({ N: String(86_400 + 4) });
});
