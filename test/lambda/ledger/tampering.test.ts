import { canonicalJson } from '../../../lambda/ledger/canonical-json';
import { ChainedWriter } from '../../../lambda/ledger/chained-writer';
import { closing } from '../../../lambda/ledger/chain';
import { sha256 } from '../../../lambda/ledger/hash';
import { linesOf, objectOf } from '../../../lambda/ledger/line';
import { MemoryStore } from '../../../lambda/ledger/memory-store';
import {
  announcementKey,
  checkpointKey,
  objectKey,
  writerFolder,
  type WriterName,
} from '../../../lambda/ledger/place';
import { seal } from '../../../lambda/ledger/sealer/sealer';
import { signed } from '../../../lambda/ledger/signer';
import { FINDING_CODES } from '../../../lambda/ledger/verify/finding';
import { entry, idle, newKey, TestClock, verified, type Verified } from './ledgers';

const key = newKey();
const { signer, keys } = key;

interface Place {
  readonly segment: number;
  readonly object: number;
}

/** A ledger of two writers, six closed records and one open each, seen by two checkpoints; and means to tamper with it. */
class Ledger {
  readonly store = new MemoryStore();
  readonly clock = new TestClock();
  names: readonly WriterName[] = [];

  static async make(): Promise<Ledger> {
    const ledger = new Ledger();
    const { store, clock } = ledger;
    const writers = [0, 1].map(() => new ChainedWriter({ store, signer, clock, segmentRecords: 3 }));
    for (let index = 0; index < 7; index += 1) {
      for (const writer of writers) await writer.append(entry());
      await idle();
      clock.time += 1_000;
      if (index === 4) await seal({ store, signer, clock });
    }
    await seal({ store, signer, clock });
    ledger.names = [...store.objects.keys()]
      .filter((each) => each.startsWith('writers/'))
      .sort()
      .map((each) => ({ day: each.slice(8, 18), id: each.slice(19, 43) }));
    return ledger;
  }

  get writer(): WriterName {
    const [first] = this.names;
    if (!first) throw new Error('no writer');
    return first;
  }

  get other(): WriterName {
    const second = this.names[1];
    if (!second) throw new Error('no second writer');
    return second;
  }

  key({ segment, object }: Place, writer = this.writer): string {
    return objectKey({ ...writer, segment, object });
  }

  lines(at: string): string[] {
    return [...(linesOf(this.store.objects.get(at) ?? new Uint8Array()) ?? [])];
  }

  put(at: string, lines: readonly string[]): void {
    this.store.objects.set(at, objectOf(lines));
  }

  remove(at: string): void {
    if (!this.store.objects.delete(at)) throw new Error(`nothing at ${at}`);
  }

  removeBelow(folder: string): void {
    for (const at of [...this.store.objects.keys()].filter((each) => each.startsWith(folder)))
      this.remove(at);
  }

  /** Changes the one line of an object, and gives its new hash. */
  edit(at: string, change: (value: Record<string, unknown>) => void): string {
    const value = JSON.parse(this.lines(at)[0] ?? '') as Record<string, unknown>;
    change(value);
    const line = canonicalJson(value as never);
    this.put(at, [line]);
    return sha256(line);
  }

  verified(): Promise<Verified> {
    return verified(this.store, { keys });
  }
}

let ledger: Ledger;
beforeEach(async () => {
  ledger = await Ledger.make();
});

test('what nobody touched has no finding', async () => {
  expect(await ledger.verified()).toMatchObject({
    found: [],
    records: 14,
    writers: 2,
    segmentsClosed: 4,
    openRecords: 2,
    checkpoints: 2,
    signatures: 'checked',
  });
});

const outcome = (value: Record<string, unknown>): void => {
  (value['entry'] as Record<string, unknown>)['decision'] = { outcome: 'refused' };
};

/** What is done, and the codes that name it. */
const CASES: readonly (readonly [string, () => unknown, readonly string[]])[] = [
  [
    'a record is edited',
    () => ledger.edit(ledger.key({ segment: 1, object: 2 }), outcome),
    ['RECORD_CHANGED'],
  ],
  [
    'the last record in front of a close is edited',
    () => ledger.edit(ledger.key({ segment: 1, object: 3 }), outcome),
    ['RECORD_CHANGED'],
  ],
  [
    'the last record of all is edited, which only the checkpoint has seen',
    () => ledger.edit(ledger.key({ segment: 3, object: 1 }), outcome),
    ['HEAD_DIFFERS'],
  ],
  [
    'a record is edited, and every hash behind it is made anew',
    () => {
      let previous: string | undefined;
      for (const object of [1, 2, 3, 4]) {
        previous = ledger.edit(ledger.key({ segment: 2, object }), (value) => {
          if (object === 1) outcome(value);
          else value['previous'] = previous;
        });
      }
      ledger.edit(ledger.key({ segment: 3, object: 1 }), (value) => {
        value['previous'] = previous;
      });
    },
    ['HEAD_DIFFERS', 'SIGNATURE_INVALID'],
  ],
  ['a record is deleted', () => ledger.remove(ledger.key({ segment: 1, object: 2 })), ['RECORD_MISSING']],
  [
    'the first record is deleted',
    () => ledger.remove(ledger.key({ segment: 1, object: 1 })),
    ['RECORD_MISSING'],
  ],
  [
    'the last record in front of a close is deleted',
    () => ledger.remove(ledger.key({ segment: 1, object: 3 })),
    ['RECORD_MISSING'],
  ],
  [
    'a record is inserted',
    () => {
      const at = ledger.key({ segment: 1, object: 2 });
      const [line = ''] = ledger.lines(at);
      ledger.put(at, [line, line.replace('"answered"', '"refused"')]);
    },
    ['RECORD_REPEATED'],
  ],
  [
    'a record is inserted in front of a close, and chained',
    () => {
      const at = ledger.key({ segment: 1, object: 3 });
      const [line = ''] = ledger.lines(at);
      const value = JSON.parse(line) as Record<string, string>;
      ledger.put(at, [line, canonicalJson({ ...value, sequence: 4, previous: sha256(line) })]);
    },
    ['RECORD_ADDED'],
  ],
  [
    'two records change places',
    () => {
      const [one, two] = [1, 2].map((object) => ledger.key({ segment: 1, object })) as [string, string];
      const lines = [...ledger.lines(one), ...ledger.lines(two)].map((line) =>
        line.replace('"object":2', '"object":1'),
      );
      ledger.put(one, lines.toReversed());
      ledger.remove(two);
    },
    ['RECORD_CHANGED', 'RECORD_OUT_OF_ORDER'],
  ],
  [
    'two objects change places',
    () => {
      const [one, two] = [1, 2].map((object) => ledger.key({ segment: 1, object })) as [string, string];
      const [first, second] = [ledger.lines(one), ledger.lines(two)];
      ledger.put(one, second);
      ledger.put(two, first);
    },
    ['MISPLACED', 'RECORD_MISSING'],
  ],
  ['the end is cut off', () => ledger.remove(ledger.key({ segment: 3, object: 1 })), ['TAIL_MISSING']],
  [
    'a whole segment is cut off the end',
    () => {
      ledger.removeBelow(`${writerFolder(ledger.writer)}000002/`);
      ledger.removeBelow(`${writerFolder(ledger.writer)}000003/`);
    },
    ['TAIL_MISSING'],
  ],
  [
    'a segment in the middle is deleted',
    () => ledger.removeBelow(`${writerFolder(ledger.writer)}000002/`),
    ['SEGMENT_MISSING'],
  ],
  [
    'half of a line is cut off',
    () => {
      const at = ledger.key({ segment: 1, object: 2 });
      const bytes = ledger.store.objects.get(at) ?? new Uint8Array();
      ledger.store.objects.set(at, bytes.subarray(0, bytes.length / 2));
    },
    ['OBJECT_UNREADABLE'],
  ],
  [
    'a line is written another way with the same meaning',
    () => {
      const at = ledger.key({ segment: 1, object: 2 });
      ledger.put(
        at,
        ledger.lines(at).map((line) => line.replace('{"entry"', '{ "entry"')),
      );
    },
    ['RECORD_CHANGED', 'RECORD_UNREADABLE'],
  ],
  [
    'a name stands in a record twice, for readers who take the first',
    () => {
      const at = ledger.key({ segment: 3, object: 1 });
      ledger.put(
        at,
        ledger.lines(at).map((line) => line.replace('"schema":1', '"schema":1,"schema":1')),
      );
    },
    ['HEAD_DIFFERS', 'RECORD_UNREADABLE'],
  ],
  [
    'a segment is replayed behind the last',
    () => {
      for (const object of [1, 2, 3, 4]) {
        ledger.put(ledger.key({ segment: 4, object }), ledger.lines(ledger.key({ segment: 1, object })));
      }
    },
    ['CLOSE_MISSING', 'MISPLACED'],
  ],
  [
    'a segment of another writer takes the place of one',
    () => {
      for (const object of [1, 2, 3, 4]) {
        ledger.put(
          ledger.key({ segment: 2, object }),
          ledger.lines(ledger.key({ segment: 2, object }, ledger.other)),
        );
      }
    },
    ['CLOSE_MISSING', 'MISPLACED', 'RECORD_MISSING'],
  ],
  [
    'a chain is replayed under another day',
    () => {
      const day = '2026-03-01';
      for (const at of Array.from(ledger.store.objects.keys())) {
        if (!at.includes(ledger.writer.id)) continue;
        ledger.put(at.replace(ledger.writer.day, day), ledger.lines(at));
      }
    },
    ['MISPLACED'],
  ],
  ['a close is deleted', () => ledger.remove(ledger.key({ segment: 1, object: 4 })), ['CLOSE_MISSING']],
  [
    'the signature of a close is swapped for that of another',
    () => {
      const [other = ''] = ledger.lines(ledger.key({ segment: 2, object: 4 }));
      const { signature } = JSON.parse(other) as { signature: string };
      ledger.edit(ledger.key({ segment: 1, object: 4 }), (value) => {
        value['signature'] = signature;
      });
    },
    ['CLOSE_CHANGED', 'SIGNATURE_INVALID'],
  ],
  [
    'a close is signed by a key of somebody else',
    async () => {
      const stranger = newKey().signer;
      const at = ledger.key({ segment: 2, object: 4 });
      const value = JSON.parse(ledger.lines(at)[0] ?? '') as Record<string, never>;
      ledger.put(at, [canonicalJson(await signed(value, stranger))]);
    },
    ['CLOSE_CHANGED', 'SIGNATURE_KEY_UNKNOWN'],
  ],
  [
    'the clock is rolled back in the middle of a chain',
    () => {
      const at = ledger.key({ segment: 3, object: 1 });
      ledger.edit(at, (value) => {
        value['time'] = '2026-03-02T09:00:00.000Z';
      });
    },
    ['CLOCK_BACKWARDS', 'HEAD_DIFFERS'],
  ],
  [
    'a writer begins with its clock rolled back behind a checkpoint',
    async () => {
      const { store, clock } = ledger;
      const writer = new ChainedWriter({ store, signer, clock: new TestClock(clock.time - 3_600_000) });
      await writer.append(entry());
      await seal({ store, signer, clock });
    },
    ['CLOCK_BACKWARDS'],
  ],
  [
    'a writer appears that is older than the last checkpoint, which has not seen it',
    async () => {
      const { store, clock } = ledger;
      const writer = new ChainedWriter({ store, signer, clock: new TestClock(clock.time - 3_600_000) });
      await writer.append(entry());
    },
    ['WRITER_UNWITNESSED'],
  ],
  [
    'a writer runs with its clock ahead',
    async () => {
      const { store, clock } = ledger;
      const writer = new ChainedWriter({ store, signer, clock: new TestClock(clock.time + 3_600_000) });
      await writer.append(entry());
      await seal({ store, signer, clock });
    },
    ['CLOCK_AHEAD'],
  ],
  [
    'a writer is removed',
    () => {
      ledger.removeBelow(writerFolder(ledger.writer));
      ledger.remove(announcementKey(ledger.writer));
    },
    ['WRITER_MISSING'],
  ],
  [
    'the records of a writer are removed',
    () => ledger.removeBelow(writerFolder(ledger.writer)),
    ['TAIL_MISSING'],
  ],
  [
    'the announcement of a writer is removed',
    () => ledger.remove(announcementKey(ledger.writer)),
    ['ANNOUNCEMENT_MISSING'],
  ],
  [
    'the announcement of a writer is edited',
    () =>
      ledger.edit(announcementKey(ledger.writer), (value) => {
        value['time'] = '2026-03-02T09:59:59.000Z';
      }),
    ['ANNOUNCEMENT_CHANGED'],
  ],
  ['a checkpoint is removed', () => ledger.remove(checkpointKey(1)), ['CHECKPOINT_MISSING']],
  [
    'a checkpoint is edited',
    () =>
      ledger.edit(checkpointKey(1), (value) => {
        value['writers'] = [];
      }),
    ['CHECKPOINT_CHANGED', 'SIGNATURE_INVALID'],
  ],
  ['a checkpoint is no checkpoint', () => ledger.put(checkpointKey(2), ['{}']), ['CHECKPOINT_UNREADABLE']],
  [
    'an object stands behind a close',
    () => {
      const line = ledger.lines(ledger.key({ segment: 1, object: 3 }));
      ledger.put(ledger.key({ segment: 1, object: 5 }), line);
    },
    ['AFTER_CLOSE'],
  ],
  ['something else lies in the ledger', () => ledger.put('records/notes.txt', ['{}']), ['STRANGE_OBJECT']],
  [
    'a close that counts wrongly is signed',
    async () => {
      const { store, clock, writer } = ledger;
      const [line = ''] = ledger.lines(ledger.key({ segment: 3, object: 1 }));
      const state = {
        writer,
        segment: 3,
        object: 1,
        sequence: 7,
        first: 5,
        head: sha256(line),
        previousClose: sha256(ledger.lines(ledger.key({ segment: 2, object: 4 }))[0] ?? ''),
        lastTime: clock.time,
        openedAt: undefined,
        clockBackwards: 0,
        ended: false,
      };
      const close = await closing(state, clock.time, { by: 'writer', final: false, signer });
      await store.putIfAbsent(close.key, close.bytes);
    },
    ['CLOSE_WRONG'],
  ],
];

test.each(CASES)('%s: verify names it', async (_, tamper, codes) => {
  await tamper();
  expect((await ledger.verified()).codes).toEqual(codes);
});

test('every code is named by a case', () => {
  const named = new Set(CASES.flatMap(([, , codes]) => codes));
  expect(Object.keys(FINDING_CODES).filter((code) => !named.has(code))).toEqual([]);
});

test('the newest checkpoint can be removed unseen, but not from whoever kept its number and hash', async () => {
  const { newestCheckpoint: anchor } = await ledger.verified();
  ledger.remove(checkpointKey(2));
  expect((await ledger.verified()).codes).toEqual([]);
  const again = await verified(ledger.store, { keys, ...(anchor && { anchor }) });
  expect(again.codes).toEqual(['CHECKPOINT_MISSING']);
});

test('an anchor with another hash is told', async () => {
  const result = await verified(ledger.store, { keys, anchor: { number: 1, hash: '0'.repeat(64) } });
  expect(result.codes).toEqual(['CHECKPOINT_CHANGED']);
});

test('a finding says which record is wrong', async () => {
  const at = ledger.key({ segment: 2, object: 2 });
  ledger.edit(at, outcome);
  expect((await ledger.verified()).found).toEqual([{ code: 'RECORD_CHANGED', key: at, first: 5, last: 5 }]);
});

test('without keys the chain is checked, and the verification says that signatures were not', async () => {
  ledger.edit(ledger.key({ segment: 2, object: 4 }), (value) => {
    value['signature'] = 'AAAA';
  });
  const result = await verified(ledger.store, {});
  expect(result.signatures).toBe('not-checked');
  expect(result.codes).toEqual(['CLOSE_CHANGED']);
});

test('keys change: a ledger under two is verified with both', async () => {
  const next = newKey();
  const { store, clock } = ledger;
  const writer = new ChainedWriter({ store, signer: next.signer, clock });
  await writer.append(entry());
  await writer.close();
  expect((await ledger.verified()).codes).toEqual(['SIGNATURE_KEY_UNKNOWN']);
  expect((await verified(store, { keys: new Map([...keys, ...next.keys]) })).codes).toEqual([]);
});
