import { ChainedWriter } from '../../../lambda/ledger/chained-writer';
import { linesOf } from '../../../lambda/ledger/line';
import type { Checkpoint } from '../../../lambda/ledger/ledger-object';
import { MemoryStore } from '../../../lambda/ledger/memory-store';
import { checkpointKey, objectKey, receiptPlaceOf } from '../../../lambda/ledger/place';
import { seal, type SealerReport } from '../../../lambda/ledger/sealer/sealer';
import { entry, idle, newKey, TestClock, verified } from './ledgers';

const { signer, keys } = newKey();
const ABANDONED_MS = 900_000;
const DAY_MS = 86_400_000;

let store: MemoryStore;
let clock: TestClock;
beforeEach(() => {
  store = new MemoryStore();
  clock = new TestClock();
});

const run = (more: { readonly fullEvery?: number } = {}): Promise<SealerReport> =>
  seal({ store, signer, clock, ...more });

/** A process that writes and dies. */
async function abandoned(): Promise<string> {
  const { id } = await new ChainedWriter({ store, signer, clock }).append(entry());
  await idle();
  return id;
}

function checkpoint(number: number): Checkpoint {
  const [line = ''] = linesOf(store.objects.get(checkpointKey(number)) ?? new Uint8Array()) ?? [];
  return JSON.parse(line) as Checkpoint;
}

test.each([
  ['is closed when it is abandoned', ABANDONED_MS, 1],
  ['is left open before that', ABANDONED_MS - 1, 0],
])('a segment %s', async (_, age, sealed) => {
  await abandoned();
  clock.time += age;
  expect(await run()).toMatchObject({ sealed, writers: 1, broken: [] });
  expect(await verified(store, { keys })).toMatchObject({ found: [], segmentsClosed: sealed });
});

test('a segment behind another one is closed as well', async () => {
  const writer = new ChainedWriter({ store, signer, clock, segmentRecords: 2 });
  for (let index = 0; index < 3; index += 1) await writer.append(entry());
  await idle();
  clock.time += ABANDONED_MS;
  expect(await run()).toMatchObject({ sealed: 1 });
  expect(await verified(store, { keys })).toMatchObject({ found: [], segmentsClosed: 2, openRecords: 0 });
});

test('a segment that was tampered with is not closed, and its writer is told', async () => {
  const writer = new ChainedWriter({ store, signer, clock });
  const receipts = [await writer.append(entry()), await writer.append(entry())];
  const place = receiptPlaceOf(receipts[0]?.id ?? '');
  if (!place) throw new Error('no place');
  const text = Buffer.from(store.objects.get(objectKey(place)) ?? '').toString();
  store.objects.set(objectKey(place), Buffer.from(text.replace('"answered"', '"rejected"')));
  await idle();
  clock.time += ABANDONED_MS;
  expect(await run()).toMatchObject({ sealed: 0, broken: [place.id] });
});

test('a checkpoint lists what changed, and every so often all', async () => {
  await abandoned();
  await run({ fullEvery: 3 });
  await abandoned();
  await run({ fullEvery: 3 });
  await run({ fullEvery: 3 });
  await run({ fullEvery: 3 });
  const listed = [1, 2, 3, 4].map((number) => [checkpoint(number).full, checkpoint(number).writers.length]);
  expect(listed).toEqual([
    [true, 1],
    [false, 1],
    [false, 0],
    [true, 2],
  ]);
  expect(await verified(store, { keys })).toMatchObject({ found: [], checkpoints: 4 });
});

test('a closed writer is looked at no more after some days, and is still known to verify', async () => {
  await abandoned();
  for (let day = 0; day < 5; day += 1) {
    clock.time += DAY_MS;
    await run({ fullEvery: 1 });
  }
  const states = [1, 2, 3, 4, 5].map((number) => checkpoint(number).writers.map(({ state }) => state));
  expect(states).toEqual([['closed'], ['closed'], ['retired'], [], []]);
  expect((await verified(store, { keys })).codes).toEqual([]);
  for (const key of Array.from(store.objects.keys()))
    if (!key.startsWith('checkpoints/')) store.objects.delete(key);
  expect((await verified(store, { keys })).codes).toEqual(['WRITER_MISSING']);
});

test('a writer that came back to life after its segment was closed is seen by the next full checkpoint', async () => {
  const writer = new ChainedWriter({ store, signer, clock });
  await writer.append(entry());
  await idle();
  clock.time += ABANDONED_MS;
  await run({ fullEvery: 2 });
  await writer.append(entry());
  await run({ fullEvery: 2 });
  expect(checkpoint(2).writers).toEqual([]);
  await run({ fullEvery: 2 });
  expect(checkpoint(3).writers).toMatchObject([{ segment: 2, object: 1, sequence: 2, state: 'open' }]);
});

test('of two sealers at once one writes the checkpoint', async () => {
  await abandoned();
  clock.time += ABANDONED_MS;
  const reports = await Promise.all([run(), run(), run()]);
  expect(reports.filter((each) => each.checkpoint)).toHaveLength(1);
  expect(reports.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(1);
  expect(await verified(store, { keys })).toMatchObject({ found: [], checkpoints: 1, segmentsClosed: 1 });
});

test('on a damaged checkpoint no other is built', async () => {
  await run();
  store.objects.set(checkpointKey(1), Buffer.from('{}\n'));
  await expect(run()).rejects.toThrow('is missing or damaged; verify the ledger');
});
