import { randomUUID } from 'node:crypto';
import { isDay, yearsBefore } from '../../../lambda/ledger/calendar';
import { ChainedWriter } from '../../../lambda/ledger/chained-writer';
import { DisclosureAccounting, LEFT_OUT, type Accounting } from '../../../lambda/ledger/disclosures';
import type { LedgerEntry } from '../../../lambda/ledger/ledger-entry';
import { createMac } from '../../../lambda/ledger/mac';
import { MemoryStore } from '../../../lambda/ledger/memory-store';
import { verifyLedger } from '../../../lambda/ledger/verify/verify-ledger';
import { PURPOSE_NAMES, PURPOSES_OF_USE } from '../../../lib/contract/purpose-of-use';
import { entry, newKey, TestClock } from './ledgers';

const { signer } = newKey();
const mac = createMac(Buffer.alloc(32, 1));
const formerMac = createMac(Buffer.alloc(32, 2));
const subject = mac.digest('subject', 'p-1');
const disclosure = { recipient: 'registry:university-7', description: 'discharge-summary' };
const NONE = Object.fromEntries(Object.keys(LEFT_OUT).map((name) => [name, 0]));

/** A disclosure that is to be accounted for, unless `more` says otherwise. */
function disclosed(more: Partial<LedgerEntry> = {}): LedgerEntry {
  return entry({ subject, purpose: { of: 'research', basis: 'irb:2026-17', disclosure }, ...more });
}

async function accounted(
  entries: readonly LedgerEntry[],
  period = { since: '2026-01-01', until: '2026-12-31' },
  now?: string,
): Promise<Accounting> {
  const store = new MemoryStore();
  const writer = new ChainedWriter({
    store,
    signer,
    clock: new TestClock(now ? Date.parse(now) : undefined),
  });
  for (const each of entries) await writer.append(each);
  const accounting = new DisclosureAccounting({ macs: [mac, formerMac], subject: 'p-1', ...period });
  await verifyLedger({ store, report: () => undefined, visit: (found) => accounting.add(found) });
  return accounting.finish();
}

test('a disclosure is listed with date, recipient, description, purpose and basis', async () => {
  const { disclosures, leftOut } = await accounted([disclosed()]);
  expect(disclosures).toEqual([
    {
      time: '2026-03-02T10:00:00.000Z',
      ...disclosure,
      purpose: 'research',
      permittedBy: '164.512(i)',
      basis: 'irb:2026-17',
      receipt: expect.stringMatching(/^2026-03-02\./u) as string,
    },
  ]);
  expect(leftOut).toEqual(NONE);
});

test.each(PURPOSE_NAMES)('a disclosure for %s is accounted for as the law has it', async (of) => {
  const { disclosures, leftOut } = await accounted([
    disclosed({ purpose: { of, basis: 'b-1', disclosure } }),
  ]);
  const isAccounted = PURPOSES_OF_USE[of].accounting === 'accounted';
  expect(disclosures).toHaveLength(isAccounted ? 1 : 0);
  expect(leftOut['excluded-purpose']).toBe(isAccounted ? 0 : 1);
});

test.each<[string, Partial<LedgerEntry>, keyof typeof LEFT_OUT]>([
  ['a use', { purpose: { of: 'research', basis: 'irb:2026-17' } }, 'use'],
  ['no purpose', { purpose: undefined }, 'use'],
  ['a limited data set', { dataClass: 'LIMITED_DATA_SET' }, 'limited-data-set'],
  ['de-identified information', { dataClass: 'DEIDENTIFIED' }, 'not-protected'],
  ['no health information', { dataClass: 'NO_PHI' }, 'not-protected'],
  ['a refusal', { kind: 'refusal', decision: { outcome: 'refused' } }, 'not-made'],
  ['a rejected answer', { kind: 'rejection', decision: { outcome: 'rejected' } }, 'not-made'],
  ['an answer that nobody approved', { kind: 'parked', decision: { outcome: 'parked' } }, 'not-made'],
])('%s is left out, and counted', async (_, more, reason) => {
  expect(await accounted([disclosed(more)])).toEqual({ disclosures: [], leftOut: { ...NONE, [reason]: 1 } });
});

test.each(['PHI', 'REDACTED', undefined] as const)('data of class %s is protected', async (dataClass) => {
  expect((await accounted([disclosed({ dataClass })])).disclosures).toHaveLength(1);
});

test('another individual, and the same reference under an unknown key, are not in it', async () => {
  const unknown = createMac(Buffer.alloc(32, 3));
  const others = [
    mac.digest('subject', 'p-2'),
    unknown.digest('subject', 'p-1'),
    mac.digest('session', 'p-1'),
  ];
  const entries = [...others.map((each) => disclosed({ subject: each })), disclosed({ subject: undefined })];
  expect(await accounted(entries)).toEqual({ disclosures: [], leftOut: NONE });
});

test('the key of digests changed: both are looked for', async () => {
  const before = disclosed({ subject: formerMac.digest('subject', 'p-1') });
  expect((await accounted([before, disclosed()])).disclosures).toHaveLength(2);
});

test.each([
  ['2026-03-02', '2026-03-02', 1],
  ['2026-03-03', '2026-12-31', 0],
  ['2026-01-01', '2026-03-01', 0],
])('the period from %s to %s holds both of its days', async (since, until, count) => {
  const times = ['2026-03-02T00:00:00.000Z', '2026-03-02T23:59:59.999Z'];
  for (const time of times) {
    const { disclosures, leftOut } = await accounted([disclosed()], { since, until }, time);
    expect([disclosures.length, leftOut['other-period']]).toEqual([count, 1 - count]);
  }
});

describe('an answer that a person approved', () => {
  const requestId = randomUUID();
  const parked = disclosed({ kind: 'parked', requestId, decision: { outcome: 'parked' } });

  test.each<[string, Partial<LedgerEntry>]>([
    ['that does not name the individual', { purpose: undefined }],
    ['that does', { subject, purpose: parked.purpose }],
  ])('is one disclosure, by an approval %s', async (_, more) => {
    const approval = entry({ kind: 'approval', requestId, decision: { outcome: 'approved' }, ...more });
    for (const entries of [
      [parked, approval],
      [approval, parked],
    ]) {
      const { disclosures, leftOut } = await accounted(entries);
      expect(disclosures).toHaveLength(1);
      expect(leftOut).toEqual(NONE);
    }
  });
});

test.each([
  ['2026-11-27', '2020-11-27'],
  ['2026-02-28', '2020-02-28'],
  ['2024-02-29', '2018-02-28'],
  ['2030-02-28', '2024-02-28'],
])('six years before %s is %s', (day, before) => {
  expect(yearsBefore(day, 6)).toBe(before);
});

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-2-3', false],
  ['yesterday', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
