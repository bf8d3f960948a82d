import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ChainedWriter } from '../../lambda/ledger/chained-writer';
import { DirectoryStore } from '../../lambda/ledger/directory-store';
import type { Receipt } from '../../lambda/ledger/ledger-entry';
import { createKmsSigner } from '../../lambda/ledger/kms-signer';
import { createMac } from '../../lambda/ledger/mac';
import { objectKey, receiptPlaceOf } from '../../lambda/ledger/place';
import { seal } from '../../lambda/ledger/sealer/sealer';
import { run } from '../support/cdk-cli';
import { commandHere } from '../support/command-here';
import { LoopbackSigningKms } from '../support/loopback-signing-kms';
import { entry, newKey, write } from '../lambda/ledger/ledgers';
import { misshapen } from '../support/fhir-shape';
import { KMSClient } from '@aws-sdk/client-kms';

jest.setTimeout(120_000);

const root = path.resolve(__dirname, '..', '..');
const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-ledger-command-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const key = newKey();
const [whole, publicKey, macKey] = ['whole', 'key.pub', 'mac.key'].map((name) => path.join(work, name)) as [
  string,
  string,
  string,
];
const secret = randomBytes(32);
const subject = createMac(secret).digest('subject', 'p-1');
const receipts: Receipt[] = [];
const today = new Date().toISOString().slice(0, 10);

const ledger = (...args: readonly string[]) => commandHere(['ledger', ...args]);

beforeAll(async () => {
  writeFileSync(publicKey, key.publicPem);
  writeFileSync(macKey, secret.toString('hex'), { mode: 0o600 });
  const store = new DirectoryStore(whole);
  const { signer } = key;
  const writer = new ChainedWriter({ store, signer, segmentRecords: 3 });
  // a spreadsheet takes an @ for the beginning of a formula
  const disclosure = { recipient: '@registry:university-7', description: 'discharge-summary' };
  const entries = [
    entry(),
    entry({ subject }),
    entry({ subject, purpose: { of: 'treatment', disclosure } }),
    entry({ subject, purpose: { of: 'research', basis: 'irb:2026-17', disclosure } }),
    entry({ kind: 'refusal', decision: { outcome: 'refused', stage: 'redact', code: 'PHI_LEFT' } }),
  ];
  for (const each of entries) receipts.push(await writer.append(each));
  await writer.close();
  await seal({ store, signer });
});

/** A copy of the ledger in which one record was edited. */
function tampered(name: string): { readonly folder: string; readonly at: string } {
  const folder = path.join(work, name);
  cpSync(whole, folder, { recursive: true });
  const place = receiptPlaceOf(receipts[1]?.id ?? '');
  if (!place) throw new Error('no place');
  const at = objectKey(place);
  const file = path.join(folder, at);
  chmodSync(file, 0o600);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"treatment"', '"payment"'));
  return { folder, at };
}

describe('ledger verify', () => {
  test('says what was checked of a whole ledger', async () => {
    const { code, stdout, stderr } = await ledger('verify', whole, '--public-key', publicKey);
    expect(stdout).toMatch(
      /^5 records of 1 writers, 2 signed segments, 0 records in open ones\n1 checkpoints; the newest is 1:[0-9a-f]{64} of \S+Z\nnothing is wrong; signed by the keys\n$/u,
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('names the record that was edited, and exits 1', async () => {
    const { folder, at } = tampered('edited');
    const { code, stdout } = await ledger('verify', folder, '--public-key', publicKey);
    expect(stdout).toContain(`RECORD_CHANGED        ${at} record 2: the record is not the one that`);
    expect(stdout).toContain('1 findings; signed by the keys');
    expect(code).toBe(1);
  });

  test('says the same as JSON', async () => {
    const { folder, at } = tampered('edited-json');
    const { code, stdout } = await ledger('verify', folder, '--public-key', publicKey, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      findings: 1,
      records: 5,
      listed: [{ code: 'RECORD_CHANGED', key: at, first: 2, last: 2 }],
      signatures: 'checked',
    });
    expect(code).toBe(1);
  });

  test('without a key says that signatures were not checked', async () => {
    const { code, stdout } = await ledger('verify', whole);
    expect(stdout).toContain('nothing is wrong; signatures were not checked: give a key');
    expect(code).toBe(0);
  });

  test('with the key of somebody else finds signatures of an unknown key', async () => {
    const other = path.join(work, 'other.pub');
    writeFileSync(other, newKey().publicPem);
    const { code, stdout } = await ledger('verify', whole, '--public-key', other);
    expect(stdout).toMatch(/^SIGNATURE_KEY_UNKNOWN +checkpoints\//mu);
    expect(code).toBe(1);
    expect((await ledger('verify', whole, '--public-key', other, '--public-key', publicKey)).code).toBe(0);
  });

  test('finds the record of a receipt with its hash', async () => {
    const [, , third] = receipts;
    const { code, stdout } = await ledger('verify', whole, '--receipt', third?.id ?? '');
    expect(stdout).toContain(`receipt ${third?.id ?? ''}: recorded at `);
    expect(stdout).toContain(`SHA-256 ${third?.recordHash ?? ''}`);
    expect(code).toBe(0);
    const { code: missing, stdout: words } = await ledger(
      'verify',
      whole,
      '--receipt',
      (third?.id ?? '').replace(/\d+$/u, '99'),
    );
    expect(words).toContain('there is no such record');
    expect(missing).toBe(1);
  });

  test('holds the newest checkpoint against an anchor', async () => {
    const { stdout } = await ledger('verify', whole);
    const [, anchor = ''] = /the newest is (\S+)/u.exec(stdout) ?? [];
    expect((await ledger('verify', whole, '--anchor', anchor)).code).toBe(0);
    const folder = path.join(work, 'rolled-back');
    cpSync(whole, folder, { recursive: true });
    rmSync(path.join(folder, 'checkpoints'), { recursive: true });
    expect((await ledger('verify', folder)).code).toBe(0);
    const { code, stdout: words } = await ledger('verify', folder, '--anchor', anchor);
    expect(words).toMatch(/^CHECKPOINT_MISSING/u);
    expect(code).toBe(1);
  });

  test('asks KMS for the public key of its ledger', async () => {
    const kms = await LoopbackSigningKms.start();
    const folder = path.join(work, 'by-kms');
    const client = new KMSClient({
      endpoint: kms.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const signer = createKmsSigner({ kms: client, keyId: kms.keyArn });
    await write(new DirectoryStore(folder), 2, { signer });
    const { code, stdout } = await run(
      path.join(root, 'dist', 'bin', 'hipaa-ai.js'),
      ['ledger', 'verify', folder, '--kms-key-id', kms.keyArn],
      { env: kms.environment() },
    );
    await kms.stop();
    expect(stdout).toContain('nothing is wrong; signed by the keys');
    expect(code).toBe(0);
  });
});

describe('ledger disclosures', () => {
  const asked = (...more: readonly string[]) =>
    ledger('disclosures', whole, '--subject', 'p-1', '--mac-key', macKey, '--since', today, ...more);

  test('lists what is to be accounted for, and says what was left out and why', async () => {
    const { code, stdout } = await asked('--public-key', publicKey);
    expect(stdout).toContain(
      `Accounting of disclosures (45 CFR 164.528), ${today} to ${today}, requested ${today}\n\ndate`,
    );
    expect(stdout).toMatch(
      new RegExp(
        String.raw`^${today}  @registry:university-7  discharge-summary +research \(164\.512\(i\), irb:2026-17\)`,
        'mu',
      ),
    );
    expect(stdout).toContain('     1  uses within the covered entity');
    expect(stdout).toContain('     1  disclosures for treatment, payment, operations');
    expect(stdout).not.toContain('p-1');
    expect(code).toBe(0);
  });

  test('gives the same as JSON and as CSV without formulas', async () => {
    const json = await asked('--public-key', publicKey, '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      disclosures: [{ recipient: '@registry:university-7', basis: 'irb:2026-17' }],
      leftOut: { use: 1, 'excluded-purpose': 1 },
      verification: { checked: true },
    });
    const csv = await asked('--public-key', publicKey, '--format', 'csv');
    expect(csv.stdout).toMatch(
      /\r\n\S+Z,'@registry:university-7,discharge-summary,research,164\.512\(i\),irb:2026-17,\S+,verified\r\n$/u,
    );
  });

  test('gives none from a ledger that does not verify', async () => {
    const { folder } = tampered('edited-disclosures');
    const args = ['disclosures', folder, '--subject', 'p-1', '--mac-key', macKey, '--since', today];
    const refused = await ledger(...args, '--public-key', publicKey);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toMatch(/^RECORD_CHANGED[^]*no accounting: 1 findings/u);
    expect(refused.code).toBe(1);
    const forced = await ledger(...args, '--unverified');
    expect(forced.stdout).toContain('NOT VERIFIED: 1 findings about the ledger were passed over');
    expect(forced.code).toBe(0);
  });

  test.each([
    ['2020-03-02', 0],
    ['2020-03-01', 2],
  ])(
    'the six years before a request of 2026-03-02 begin 2020-03-02: --since %s exits %d',
    async (since, code) => {
      const outcome = await asked('--since', since, '--requested', '2026-03-02', '--public-key', publicKey);
      expect(outcome.code).toBe(code);
      if (code === 2)
        expect(outcome.stderr).toContain('begins 2020-03-02 at the earliest (45 CFR 164.528(a)(1))');
    },
  );
});

describe('ledger export', () => {
  test('csv: a row for each record, safe in a spreadsheet', async () => {
    const { code, stdout } = await ledger('export', whole, '--format', 'csv', '--public-key', publicKey);
    const rows = stdout.split('\r\n');
    expect(rows).toHaveLength(7);
    expect(rows[0]).toMatch(/^Time,Receipt,Record SHA-256,/u);
    expect(rows[4]).toContain(",'@registry:university-7,");
    expect(code).toBe(0);
  });

  test('jsonl: the records with receipt and hash', async () => {
    const { stdout } = await ledger('export', whole, '--format', 'jsonl');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(rows).toMatchObject(
      receipts.map(({ id, recordHash }) => ({ receipt: id, recordHash, type: 'record' })),
    );
  });

  test('fhir: resources that R4 allows, as NDJSON', async () => {
    const { stdout } = await ledger('export', whole, '--format', 'fhir');
    const rows = stdout.trimEnd().split('\n');
    expect(rows).toHaveLength(5);
    expect(rows.flatMap(misshapen)).toEqual([]);
  });

  test('to a file of its owner, which it does not replace', async () => {
    const file = path.join(work, 'export.csv');
    const args = ['export', whole, '--format', 'csv', '--output', file];
    const { code, stderr } = await ledger(...args);
    expect(stderr).toBe(`wrote ${file}: 5 records; signatures were not checked\n`);
    expect(code).toBe(0);
    expect((await ledger(...args)).stderr).toContain('is there already');
    expect(readdirSync(work).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('of a ledger that is not whole says so and exits 1', async () => {
    const { folder } = tampered('edited-export');
    const { code, stdout, stderr } = await ledger('export', folder, '--format', 'jsonl');
    expect(stdout.trimEnd().split('\n')).toHaveLength(5);
    expect(stderr).toContain(
      '1 findings: the export is of a ledger that is not whole; signatures were not checked',
    );
    expect(code).toBe(1);
  });
});

test.each<[string, readonly string[], RegExp]>([
  ['no action', [], /no action is given; give one of: verify, disclosures, export/u],
  ['no folder', ['verify'], /give one folder of a ledger; 0 were given/u],
  ['a folder that is not there', ['verify', 'nowhere'], /nowhere is no folder/u],
  ['a folder without a ledger', ['verify', path.join(work, 'empty')], /holds no ledger/u],
  ['a receipt of another form', ['verify', whole, '--receipt', 'x'], /no receipt of a ledger/u],
  ['an anchor of another form', ['verify', whole, '--anchor', '1'], /NUMBER:HASH/u],
  ['a key of another kind', ['verify', whole, '--public-key', macKey], /the public key cannot be read/u],
  ['no subject', ['disclosures', whole, '--since', today], /give --subject/u],
  ['no day', ['disclosures', whole, '--subject', 'p-1', '--mac-key', macKey], /give --since/u],
  [
    'a day that is none',
    ['disclosures', whole, '--subject', 'p-1', '--mac-key', macKey, '--since', '2026-02-30'],
    /--since is '2026-02-30'; give a day/u,
  ],
  [
    'a period the wrong way round',
    ['disclosures', whole, '--subject', 'p-1', '--since', today, '--until', '2022-01-01'],
    /is before --since/u,
  ],
  [
    'no key and no word about it',
    ['disclosures', whole, '--subject', 'p-1', '--mac-key', macKey, '--since', today],
    /give --public-key or --kms-key-id, so that signatures are checked, or --unverified/u,
  ],
  [
    'no key of digests',
    ['disclosures', whole, '--subject', 'p-1', '--since', today, '--unverified'],
    /give --mac-key/u,
  ],
  ['no format', ['export', whole], /give --format, one of: csv, jsonl, fhir/u],
])('exits 2 for %s', async (_, args, message) => {
  mkdirSync(path.join(work, 'empty'), { recursive: true });
  const { code, stderr } = await ledger(...args);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /u);
  expect(code).toBe(2);
});
