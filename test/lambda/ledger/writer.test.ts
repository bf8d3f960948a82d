import { canonicalJson } from '../../../lambda/ledger/canonical-json';
import { ChainedWriter, OVERDUE, QUEUE } from '../../../lambda/ledger/chained-writer';
import type { LedgerEntry } from '../../../lambda/ledger/ledger-entry';
import { MOST_ENTRY_BYTES } from '../../../lambda/ledger/admission';
import { LedgerError } from '../../../lambda/ledger/ledger-error';
import { recordSchema } from '../../../lambda/ledger/ledger-object';
import { StoreFailure } from '../../../lambda/ledger/ledger-store';
import { linesOf, valueOf } from '../../../lambda/ledger/line';
import { MemoryStore } from '../../../lambda/ledger/memory-store';
import { objectKey, receiptPlaceOf } from '../../../lambda/ledger/place';
import { sha256 } from '../../../lambda/ledger/hash';
import { seal } from '../../../lambda/ledger/sealer/sealer';
import { entry, idle, newKey, TestClock, verified, write } from './ledgers';

const { signer, keys } = newKey();

/** A store whose next puts go as a test says. */
class FaultyStore extends MemoryStore {
  readonly puts: string[] = [];
  fault: (key: string) => 'before' | 'after' | 'refused' | undefined = () => undefined;

  override async putIfAbsent(key: string, bytes: Uint8Array): Promise<'created' | 'exists'> {
    this.puts.push(key);
    const fault = this.fault(key);
    if (fault === 'before') throw new StoreFailure('unanswered', 'SlowDown');
    if (fault === 'refused') throw new StoreFailure('refused', 'AccessDenied');
    const outcome = await super.putIfAbsent(key, bytes);
    if (fault === 'after') throw new StoreFailure('unanswered', 'ECONNRESET');
    return outcome;
  }
}

async function refusal(work: Promise<unknown>): Promise<LedgerError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

test('a receipt says where its record is, and bears its hash', async () => {
  const store = new MemoryStore();
  const receipts = await write(store, 3, { signer });
  for (const [index, receipt] of receipts.entries()) {
    const place = receiptPlaceOf(receipt.id);
    if (!place) throw new Error('no place');
    const [line = ''] = linesOf(store.objects.get(objectKey(place)) ?? new Uint8Array()) ?? [];
    expect(sha256(line)).toBe(receipt.recordHash);
    expect(valueOf(line, recordSchema)).toMatchObject({ sequence: index + 1, segment: 1 });
    expect(canonicalJson(JSON.parse(line) as never)).toBe(line);
  }
  const result = await verified(store, { keys });
  expect(result).toMatchObject({ findings: 0, records: 3, writers: 1, segmentsClosed: 1, openRecords: 0 });
});

test('append resolves after the store has said yes, and not before', async () => {
  const store = new MemoryStore();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const put = store.putIfAbsent.bind(store);
  store.putIfAbsent = async (key, bytes) => {
    if (key.startsWith('records/')) await held;
    return put(key, bytes);
  };
  const writer = new ChainedWriter({ store, signer });
  let isDone = false;
  const appended = writer.append(entry()).then(() => {
    isDone = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isDone).toBe(false);
  release();
  await appended;
  expect([...store.objects.keys()].filter((key) => key.startsWith('records/'))).toHaveLength(1);
});

test('what is appended together is one object, and what waits goes into the next', async () => {
  const store = new FaultyStore();
  const writer = new ChainedWriter({ store, signer });
  const receipts = await Promise.all(Array.from({ length: 150 }, () => writer.append(entry())));
  expect(new Set(receipts.map(({ id }) => id)).size).toBe(150);
  expect(store.puts.filter((key) => key.startsWith('records/'))).toHaveLength(2);
  await writer.close();
  expect(await verified(store, { keys })).toMatchObject({ findings: 0, records: 150 });
});

test.each([
  ['the answer of a record is lost', 'after'],
  ['a record does not arrive', 'before'],
] as const)('%s: the same bytes are tried again, and there is one record', async (_, fault) => {
  const store = new FaultyStore();
  let left = 3;
  store.fault = (key) => (key.startsWith('records/') && left-- > 0 ? fault : undefined);
  await write(store, 4, { signer, clock: new TestClock() });
  expect(await verified(store, { keys })).toMatchObject({ findings: 0, records: 4 });
});

test('a store that is down refuses in time, and what it may have kept is settled before the next record', async () => {
  const store = new FaultyStore();
  const clock = new TestClock();
  const writer = new ChainedWriter({ store, signer, clock });
  await writer.append(entry());
  store.fault = () => 'before';
  const start = clock.time;
  expect((await refusal(writer.append(entry()))).code).toBe('LEDGER_UNAVAILABLE');
  expect(clock.time - start).toBeLessThanOrEqual(6_000);
  store.fault = () => undefined;
  await writer.append(entry());
  await writer.close();
  // that of the refused append, too: there may be a record without an answer, never the other way round
  expect(await verified(store, { keys })).toMatchObject({ findings: 0, records: 3 });
});

test('a store that refuses is not asked again for the same append', async () => {
  const store = new FaultyStore();
  store.fault = () => 'refused';
  const error = await refusal(new ChainedWriter({ store, signer }).append(entry()));
  expect(error.code).toBe('LEDGER_UNAVAILABLE');
  expect(error.message).toContain('AccessDenied');
  expect(store.puts).toHaveLength(1);
});

test('a store that never answers is given up', async () => {
  const store = new MemoryStore();
  store.putIfAbsent = () => new Promise(() => undefined);
  const start = performance.now();
  const error = await refusal(new ChainedWriter({ store, signer, appendMs: 200 }).append(entry()));
  expect(error.code).toBe('LEDGER_UNAVAILABLE');
  // by default it is given up after six seconds
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('the queue takes so many records and no more', async () => {
  const store = new MemoryStore();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const put = store.putIfAbsent.bind(store);
  store.putIfAbsent = async (key, bytes) => {
    await held;
    return put(key, bytes);
  };
  const writer = new ChainedWriter({ store, signer });
  const waiting = Array.from({ length: QUEUE.records }, () => writer.append(entry()));
  const error = await refusal(writer.append(entry()));
  expect(error.message).toContain('too many records wait');
  release();
  expect(await Promise.all(waiting)).toHaveLength(QUEUE.records);
});

test.each<[string, unknown, string]>([
  ['a value of a wrong form', { ...entry(), requestId: 'Quillfeather, Ada' }, 'requestId'],
  ['a name nobody knows', { ...entry(), 'Quillfeather, Ada': 1 }, 'its top'],
  ['a count under a name', entry({ redactions: { 'Quillfeather, Ada': 1 } }), 'redactions.*'],
  ['a deep one', entry({ purpose: { of: 'research', basis: 'Quillfeather, Ada' } }), 'purpose.basis'],
  ['nothing', undefined, 'its top'],
])('an entry with %s is refused by its path, and the value is not told', async (_, given, path) => {
  const error = await refusal(
    new ChainedWriter({ store: new MemoryStore(), signer }).append(given as LedgerEntry),
  );
  expect(error.code).toBe('ENTRY_REFUSED');
  expect(error.message).toMatch(new RegExp(`at ${path.replaceAll(/[.*]/gu, String.raw`\$&`)}$`, 'u'));
  expect(error.message).not.toContain('Quillfeather');
});

test('an entry has so many bytes and no more', async () => {
  const sized = (bytes: number): LedgerEntry => {
    const latency: Record<string, number> = {};
    for (let index = 0; index < 1_300; index += 1) latency[`stage-${String(index).padStart(38, '0')}`] = 1;
    const short = entry({ latency, caller: { principal: '', authentication: 'iam' } });
    const redactions: Record<string, number> = {};
    const left = (): number => bytes - canonicalJson({ ...short, redactions }).length;
    for (let index = 0; left() > 250; index += 1) redactions[`R${String(index).padStart(50, '0')}`] = 1;
    return { ...short, redactions, caller: { principal: 'p'.repeat(left()), authentication: 'iam' } };
  };
  const writer = new ChainedWriter({ store: new MemoryStore(), signer });
  await expect(writer.append(sized(MOST_ENTRY_BYTES))).resolves.toBeDefined();
  expect((await refusal(writer.append(sized(MOST_ENTRY_BYTES + 1)))).code).toBe('ENTRY_REFUSED');
});

test.each([
  ['after so many records', 3, 0, [1, 1, 1, 2]],
  ['after so long, with the record that finds it so', 1_000, 300_000, [1, 1, 2, 2]],
  ['not before', 1_000, 299_999 / 3, [1, 1, 1, 1]],
])('a segment is closed %s', async (_, segmentRecords, step, segments) => {
  const store = new MemoryStore();
  const clock = new TestClock();
  const writer = new ChainedWriter({ store, signer, clock, segmentRecords });
  const found: number[] = [];
  for (let index = 0; index < 4; index += 1) {
    const { id } = await writer.append(entry());
    found.push(receiptPlaceOf(id)?.segment ?? 0);
    await idle();
    clock.time += step;
  }
  await writer.close();
  expect(found).toEqual(segments);
  expect(await verified(store, { keys })).toMatchObject({ findings: 0, records: 4 });
});

test('a clock that is turned back is told in the record, and time does not go back', async () => {
  const store = new MemoryStore();
  const clock = new TestClock();
  const writer = new ChainedWriter({ store, signer, clock });
  await writer.append(entry());
  clock.time -= 5_000;
  await writer.append(entry());
  await writer.close();
  const lines = [...store.objects.values()].flatMap((bytes) => linesOf(bytes) ?? []);
  const times = lines.flatMap((line) => valueOf(line, recordSchema) ?? []);
  expect(times.map(({ clockBackwards }) => clockBackwards)).toEqual([undefined, 5_000]);
  expect(times[1]?.time).toBe(times[0]?.time);
  expect(lines.at(-1)).toContain('"clockBackwards":1');
  expect(await verified(store, { keys })).toMatchObject({ findings: 0 });
});

test('a new day has a new chain, and the one before ends', async () => {
  const store = new MemoryStore();
  const clock = new TestClock(Date.parse('2026-03-02T23:59:59.999Z'));
  const writer = new ChainedWriter({ store, signer, clock });
  const first = await writer.append(entry());
  clock.time += 1;
  const second = await writer.append(entry());
  await writer.close();
  expect([first, second].map(({ id }) => id.slice(0, 10))).toEqual(['2026-03-02', '2026-03-03']);
  const result = await verified(store, { keys });
  expect(result).toMatchObject({ findings: 0, writers: 2, segmentsClosed: 2, records: 2, openRecords: 0 });
});

test('a writer whose segment was closed for it goes on behind the close', async () => {
  const store = new MemoryStore();
  const clock = new TestClock();
  const writer = new ChainedWriter({ store, signer, clock });
  await writer.append(entry());
  await idle();
  clock.time += 900_000;
  expect(await seal({ store, signer, clock })).toMatchObject({ sealed: 1 });
  const { id } = await writer.append(entry());
  expect(receiptPlaceOf(id)).toMatchObject({ segment: 2, object: 1, sequence: 2 });
  await writer.close();
  expect(await verified(store, { keys })).toMatchObject({ findings: 0, records: 2, segmentsClosed: 2 });
});

test('a writer that finds a foreign record in its place writes no more in this chain', async () => {
  const store = new MemoryStore();
  const writer = new ChainedWriter({ store, signer });
  const { id } = await writer.append(entry());
  const place = receiptPlaceOf(id);
  if (!place) throw new Error('no place');
  store.objects.set(objectKey({ ...place, object: 2 }), Buffer.from('{"invented":true}\n'));
  expect((await refusal(writer.append(entry()))).code).toBe('LEDGER_UNAVAILABLE');
  const next = await writer.append(entry());
  expect(receiptPlaceOf(next.id)?.id).not.toBe(place.id);
});

describe('a key that does not sign', () => {
  const silent = {
    keyId: () => signer.keyId(),
    sign: () => Promise.reject(new LedgerError('SIGNING_FAILED', 'no')),
  };

  test('does not keep records from being written, until the segment is overdue', async () => {
    const store = new MemoryStore();
    const clock = new TestClock();
    const writer = new ChainedWriter({ store, signer: silent, clock, segmentRecords: 2 });
    for (let index = 0; index < 2 * OVERDUE; index += 1) await writer.append(entry());
    expect((await refusal(writer.append(entry()))).code).toBe('SIGNING_FAILED');
    expect(await verified(store, { keys })).toMatchObject({ findings: 0, records: 2 * OVERDUE });
  });

  test('is asked again after a while', async () => {
    const store = new MemoryStore();
    const clock = new TestClock();
    let signatures = 0;
    const recovering = {
      keyId: () => signer.keyId(),
      sign: (bytes: Uint8Array) => {
        signatures += 1;
        return signatures === 1 ? silent.sign() : signer.sign(bytes);
      },
    };
    const writer = new ChainedWriter({ store, signer: recovering, clock, segmentRecords: 2 });
    for (let index = 0; index < 3; index += 1) await writer.append(entry());
    await idle();
    clock.time += 29_999;
    await writer.append(entry());
    await idle();
    expect(signatures).toBe(1);
    clock.time += 1;
    await writer.append(entry());
    await writer.close();
    expect(await verified(store, { keys })).toMatchObject({ findings: 0, records: 5, segmentsClosed: 2 });
  });
});

test('a closed writer refuses, and closing twice is one close', async () => {
  const store = new MemoryStore();
  const writer = new ChainedWriter({ store, signer });
  await writer.append(entry());
  await writer.close();
  await writer.close();
  expect((await refusal(writer.append(entry()))).code).toBe('LEDGER_UNAVAILABLE');
  expect(await verified(store, { keys })).toMatchObject({ findings: 0, records: 1, segmentsClosed: 1 });
});
