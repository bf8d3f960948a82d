import * as fc from 'fast-check';
import { canonicalJson, type CanonicalValue } from '../../../lambda/ledger/canonical-json';
import { ChainedWriter } from '../../../lambda/ledger/chained-writer';
import { StoreFailure } from '../../../lambda/ledger/ledger-store';
import { jsonOf } from '../../../lambda/ledger/line';
import { MemoryStore } from '../../../lambda/ledger/memory-store';
import { objectKey, receiptPlaceOf } from '../../../lambda/ledger/place';
import { seal } from '../../../lambda/ledger/sealer/sealer';
import { entry, newKey, TestClock, verified } from './ledgers';

jest.setTimeout(300_000);

const { signer, keys } = newKey();
const runs = process.env['SLOW'] === '1' ? 1_000 : 60;

const values = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
  ),
})).value;

test('a value has one canonical form, whatever the order of its names', () => {
  fc.assert(
    fc.property(values, (value) => {
      const json = canonicalJson(value);
      expect(canonicalJson(JSON.parse(json) as CanonicalValue)).toBe(json);
      const shuffled = JSON.parse(json, (_, below: unknown) =>
        typeof below === 'object' && below !== null && !Array.isArray(below)
          ? Object.fromEntries(Object.entries(below).toReversed())
          : below,
      ) as CanonicalValue;
      expect(canonicalJson(shuffled)).toBe(json);
      expect(jsonOf(json)).toEqual(JSON.parse(json));
    }),
  );
});

test.each([
  ['names out of order', '{"b":1,"a":2}'],
  ['a blank', '{"a": 1}'],
  ['a name twice', '{"a":1,"a":1}'],
  ['a number with a fraction', '{"a":0.5}'],
  ['a number with an exponent', '{"a":1e1}'],
  ['an escape that is not needed', String.raw`{"a":"\u0041"}`],
  ['numbers as names in the order of numbers', '{"9":1,"10":1}'],
])('a line with %s is not canonical', (_, line) => {
  expect(jsonOf(line)).toBeUndefined();
});

test('a line with numbers as names in the order of texts is', () => {
  expect(jsonOf('{"10":1,"9":1}')).toEqual({ 9: 1, 10: 1 });
});

test.each([0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('%d has none', (number) => {
  expect(() => canonicalJson({ number })).toThrow(TypeError);
});

/** Puts and gets that fail before or after they have worked, as drawn. */
class UnreliableStore extends MemoryStore {
  constructor(private readonly draw: () => 'ok' | 'before' | 'after') {
    super();
  }

  override async putIfAbsent(key: string, bytes: Uint8Array): Promise<'created' | 'exists'> {
    const fate = this.draw();
    if (fate === 'before') throw new StoreFailure('unanswered', 'SlowDown');
    const outcome = await super.putIfAbsent(key, bytes);
    if (fate === 'after') throw new StoreFailure('unanswered', 'ECONNRESET');
    return outcome;
  }
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      writer: fc.nat(2),
      many: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.integer({ min: -60_000, max: 400_000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('seal' as const), ms: fc.integer({ min: 0, max: 60_000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), writer: fc.nat(2) }) },
);

test('whatever writers, sealers, clocks and the store do, the ledger verifies and holds every receipt', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.infiniteStream(
        fc.oneof(
          { weight: 5, arbitrary: fc.constant('ok' as const) },
          fc.constantFrom('before' as const, 'after' as const),
        ),
      ),
      async (steps, fates) => {
        const clock = new TestClock();
        const store = new UnreliableStore(() => {
          const { value } = fates.next() as IteratorYieldResult<'ok' | 'before' | 'after'>;
          return value;
        });
        const make = (): ChainedWriter => new ChainedWriter({ store, signer, clock, segmentRecords: 4 });
        const writers = [make(), make(), make()];
        const receipts: string[] = [];
        const attempts: Promise<unknown>[] = [];
        for (const each of steps) {
          if (each.do === 'append') {
            const writer = writers[each.writer] ?? make();
            const appended = Array.from({ length: each.many }, () =>
              writer.append(entry()).then(
                ({ id }) => receipts.push(id),
                () => undefined,
              ),
            );
            attempts.push(...appended);
            // some overlap with what comes next
            if (each.many % 2 === 0) await Promise.all(appended);
          } else if (each.do === 'wait') clock.time += each.ms;
          else if (each.do === 'die') writers[each.writer] = make();
          else
            await seal({ store, signer, clock, abandonedMs: each.ms, fullEvery: 3 }).catch(() => undefined);
        }
        await Promise.all(attempts);
        const result = await verified(store, { keys });
        expect(
          result.found.filter(({ code }) => code !== 'CLOCK_AHEAD' && code !== 'CLOCK_BACKWARDS'),
        ).toEqual([]);
        for (const id of receipts) {
          const place = receiptPlaceOf(id);
          expect(place && store.objects.has(objectKey(place))).toBe(true);
        }
        expect(result.records).toBeGreaterThanOrEqual(receipts.length);
      },
    ),
    { numRuns: runs },
  );
});

test('one flipped bit anywhere in a closed and witnessed ledger is a finding', async () => {
  const store = new MemoryStore();
  const clock = new TestClock();
  const writer = new ChainedWriter({ store, signer, clock, segmentRecords: 3 });
  for (let index = 0; index < 7; index += 1) await writer.append(entry());
  await writer.close();
  for (let index = 0; index < 2; index += 1) await seal({ store, signer, clock });
  const objects = [...store.objects];
  const newest = (await verified(store, { keys })).newestCheckpoint;
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(7), async (object, byte, bit) => {
      const [key, bytes] = objects[object % objects.length] ?? ['', new Uint8Array([0])];
      const changed = Uint8Array.from(bytes);
      const at = byte % changed.length;
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      store.objects.set(key, changed);
      const result = await verified(store, { keys, ...(newest && { anchor: newest }) });
      store.objects.set(key, bytes);
      expect(result.codes).not.toEqual([]);
    }),
    { numRuns: runs * 2 },
  );
});
