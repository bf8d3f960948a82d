import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { ChainedWriter } from '../../../lambda/ledger/chained-writer';
import { DirectoryStore } from '../../../lambda/ledger/directory-store';
import { LedgerError } from '../../../lambda/ledger/ledger-error';
import type { LedgerStore } from '../../../lambda/ledger/ledger-store';
import { MemoryStore } from '../../../lambda/ledger/memory-store';
import { createS3Store, S3_CLIENT_SETTINGS } from '../../../lambda/ledger/s3-store';
import { seal } from '../../../lambda/ledger/sealer/sealer';
import { LoopbackS3, type S3Fault } from '../../support/loopback-s3';
import { entry, newKey, verified, write } from './ledgers';

jest.setTimeout(60_000);

const { signer, keys } = newKey();
const BUCKET = 'invented-ledger';

let s3: LoopbackS3;
let client: S3Client;
let folder: string;
beforeEach(async () => {
  s3 = await LoopbackS3.start();
  client = new S3Client({
    ...S3_CLIENT_SETTINGS,
    // server and client share this process, and the machine may be busy
    requestHandler: { requestTimeout: 20_000 },
    region: 'us-east-1',
    endpoint: s3.endpoint,
    forcePathStyle: true,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  folder = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-ledger-'));
});
afterEach(async () => {
  client.destroy();
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

const STORES: readonly (readonly [string, () => LedgerStore])[] = [
  ['memory', () => new MemoryStore()],
  ['a folder', () => new DirectoryStore(folder)],
  ['S3', () => createS3Store({ s3: client, bucket: BUCKET, prefix: 'ledger/' })],
];

async function listed(store: LedgerStore, prefix: string, after?: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const key of store.list(prefix, after)) keys.push(key);
  return keys;
}

describe.each(STORES)('a ledger in %s', (_, make) => {
  test('an object is written once, and the first stays', async () => {
    const store = make();
    expect(await store.putIfAbsent('a/b/1', Buffer.from('one'))).toBe('created');
    expect(await store.putIfAbsent('a/b/1', Buffer.from('two'))).toBe('exists');
    expect(Buffer.from((await store.get('a/b/1')) ?? '').toString()).toBe('one');
    expect(await store.get('a/b/2')).toBeUndefined();
  });

  test('of many that write the same key at once one succeeds', async () => {
    const store = make();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (__, index) => store.putIfAbsent('a/1', Buffer.from(String(index)))),
    );
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    const winner = Buffer.from((await store.get('a/1')) ?? '').toString();
    expect(outcomes[Number(winner)]).toBe('created');
  });

  test('a listing is in order, below its prefix, and behind a key', async () => {
    const store = make();
    const keys = ['a/1', 'a/2/1', 'a/2/2', 'a/3', 'ab/1', 'b/1'];
    for (const key of keys.toReversed()) await store.putIfAbsent(key, Buffer.from('x'));
    s3.pageSize = 2;
    expect(await listed(store, '')).toEqual(keys);
    expect(await listed(store, 'a/')).toEqual(['a/1', 'a/2/1', 'a/2/2', 'a/3']);
    expect(await listed(store, 'a')).toEqual(['a/1', 'a/2/1', 'a/2/2', 'a/3', 'ab/1']);
    expect(await listed(store, 'a/', 'a/2/1')).toEqual(['a/2/2', 'a/3']);
    expect(await listed(store, 'a/', 'a/2')).toEqual(['a/2/1', 'a/2/2', 'a/3']);
    expect(await listed(store, 'c/')).toEqual([]);
  });

  test('ten writers and four sealers at once make one ledger without a fork', async () => {
    const store = make();
    const seals = Array.from({ length: 4 }, async () => {
      for (let run = 0; run < 3; run += 1) await seal({ store, signer, abandonedMs: 0, fullEvery: 2 });
    });
    const receipts = await Promise.all(
      Array.from({ length: 10 }, () => write(store, 6, { signer, segmentRecords: 4, appendMs: 30_000 })),
    );
    await Promise.all(seals);
    await seal({ store, signer });
    const result = await verified(store, { keys });
    expect(result).toMatchObject({ found: [], writers: 10, records: 60, openRecords: 0 });
    expect(new Set(receipts.flat().map(({ id }) => id)).size).toBe(60);
  });
});

describe('a folder', () => {
  test('is for its owner, and what a killed process left in it is no object', async () => {
    const store = new DirectoryStore(folder);
    await store.putIfAbsent('a/b/1', Buffer.from('one'));
    writeFileSync(path.join(folder, 'a', 'b', '.0123.part'), 'half a rec');
    expect(await listed(store, '')).toEqual(['a/b/1']);
    expect(statSync(path.join(folder, 'a', 'b', '1')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, 'a')).mode & 0o777).toBe(0o700);
    expect(readdirSync(path.join(folder, 'a', 'b')).sort()).toEqual(['.0123.part', '1']);
    expect(readFileSync(path.join(folder, 'a', 'b', '1'), 'utf8')).toBe('one');
  });

  test('that cannot be written refuses records', async () => {
    writeFileSync(path.join(folder, 'writers'), 'a file where a folder should be');
    const writer = new ChainedWriter({ store: new DirectoryStore(folder), signer });
    await expect(writer.append(entry())).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
  });
});

describe('S3', () => {
  const store = (): LedgerStore => createS3Store({ s3: client, bucket: BUCKET, prefix: 'ledger/' });

  test.each<[string, S3Fault]>([
    ['500 InternalError', { status: 500, code: 'InternalError' }],
    ['503 SlowDown', { status: 503, code: 'SlowDown' }],
    ['409 ConditionalRequestConflict', { status: 409, code: 'ConditionalRequestConflict' }],
    ['a lost answer', 'lost-answer'],
  ])('%s: it is tried again, and there is one record', async (_, fault) => {
    let left = 0;
    s3.fault = (request) => (request.startsWith('PUT') && left++ % 2 === 0 ? fault : undefined);
    await write(store(), 5, { signer });
    s3.fault = () => undefined;
    expect(await verified(store(), { keys })).toMatchObject({ found: [], records: 5, segmentsClosed: 1 });
  });

  test('silence is broken off and tried again', async () => {
    let left = 1;
    s3.fault = (request) => (request.includes('/records/') && left-- > 0 ? 'silence' : undefined);
    await write(store(), 1, { signer });
    expect(await verified(store(), { keys })).toMatchObject({ found: [], records: 1 });
  });

  test('what is down for long refuses, with the name of no bucket and no key', async () => {
    s3.isDown = () => true;
    const writer = new ChainedWriter({ store: store(), signer, appendMs: 500 });
    const error = await writer.append(entry()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LedgerError);
    expect(String(error)).not.toContain(BUCKET);
    s3.isDown = () => false;
    await writer.append(entry());
    await writer.close();
    expect(await verified(store(), { keys })).toMatchObject({ found: [] });
  });

  test('a refusal is final: it is not asked again', async () => {
    s3.fault = () => ({ status: 403, code: 'AccessDenied' });
    const writer = new ChainedWriter({ store: store(), signer });
    await expect(writer.append(entry())).rejects.toThrow('the store refused the record (AccessDenied)');
    expect(s3.requests).toHaveLength(1);
  });

  test('412 for a segment that a sealer closed: the writer goes on in the next', async () => {
    const writer = new ChainedWriter({ store: store(), signer });
    await writer.append(entry());
    expect(await seal({ store: store(), signer, abandonedMs: 0 })).toMatchObject({ sealed: 1 });
    const { id } = await writer.append(entry());
    expect(id).toMatch(/\.2\.1\.2$/u);
    await writer.close();
    expect(await verified(store(), { keys })).toMatchObject({ found: [], records: 2, segmentsClosed: 2 });
  });

  test('every object asks for a checksum, and leaves lock and key to the bucket', async () => {
    await write(store(), 1, { signer });
    for (const key of s3.keysOf(BUCKET)) {
      const [version] = s3.versionsOf(BUCKET, key);
      expect(Object.keys(version?.headers ?? {})).toEqual(['content-type']);
    }
  });
});
