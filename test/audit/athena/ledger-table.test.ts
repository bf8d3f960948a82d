import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { ChainedWriter } from '../../../lambda/ledger/chained-writer';
import { DirectoryStore } from '../../../lambda/ledger/directory-store';
import type { LedgerEntry } from '../../../lambda/ledger/ledger-entry';
import { recordSchema } from '../../../lambda/ledger/ledger-object';
import { createMac } from '../../../lambda/ledger/mac';
import { FOLDERS } from '../../../lambda/ledger/place';
import { hiveText, type HiveColumns, type HiveType } from '../../../lib/audit/athena/hive-type';
import { LEDGER_COLUMNS } from '../../../lib/audit/athena/ledger-columns';
import { text } from '../../encryption/policy-evaluator';
import { Access } from '../../gateway/access';
import { entry, newKey, TestClock } from '../../lambda/ledger/ledgers';
import { at, list, resourcesOf, synthesize, testStack, type Json } from '../../support/synthesize';
import { DATABASE, tablesIn } from './built-tables';

const stack = testStack();
tablesIn(stack);
const template = synthesize(stack);
const table = resourcesOf(template, 'AWS::Glue::Table').find(
  ({ Properties }) => at(Properties['TableInput'], 'Name') === 'ledger',
);
const input = table?.Properties['TableInput'];
const storage = at(input, 'StorageDescriptor');
const bucket = `s3://<${new Access(template).id('AWS::S3::Bucket', 'Records')}>/`;

/** The column that a JSON schema stands for: names in lower case, as the catalog has them. */
function columnOf(schema: Json | undefined): HiveType {
  const either = list(at(schema, 'anyOf'));
  if (either.length > 0)
    return {
      struct: Object.assign({}, ...either.map((each) => fieldsOf(at(each, 'properties')))) as HiveColumns,
    };
  switch (at(schema, 'type')) {
    case 'object': {
      const properties = at(schema, 'properties');
      return properties === undefined
        ? { map: columnOf(at(schema, 'additionalProperties')) }
        : { struct: fieldsOf(properties) };
    }
    case 'integer':
    case 'number':
      return 'bigint';
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'string';
    default:
      throw new Error(`no column for ${JSON.stringify(schema)}`);
  }
}

function fieldsOf(properties: Json | undefined): HiveColumns {
  return Object.fromEntries(
    Object.entries((properties ?? {}) as Readonly<Record<string, Json>>).map(([name, schema]) => [
      name.toLowerCase(),
      columnOf(schema),
    ]),
  );
}

test('columns are what a record has, name by name and type by type', () => {
  expect({ struct: LEDGER_COLUMNS }).toEqual(columnOf(z.toJSONSchema(recordSchema) as Json));
  const deployed = list(at(storage, 'Columns')).map((each) => [at(each, 'Name'), at(each, 'Type')]);
  expect(deployed).toEqual(Object.entries(LEDGER_COLUMNS).map(([name, type]) => [name, hiveText(type)]));
});

test('no two names of a record are one in lower case', () => {
  const names = (schema: Json | undefined): void => {
    const properties = Object.entries((at(schema, 'properties') ?? {}) as Readonly<Record<string, Json>>);
    const lower = properties.map(([name]) => name.toLowerCase());
    expect(new Set(lower).size).toBe(lower.length);
    for (const [, each] of properties) names(each);
  };
  names(z.toJSONSchema(recordSchema) as Json);
});

/** Entries that have, together, every field there is. */
function everyField(): readonly LedgerEntry[] {
  const mac = createMac(Buffer.alloc(32, 1));
  const subject = mac.digest('subject', 'p-1');
  const whole = entry({
    idempotency: mac.digest('idempotency-key', 'k-1'),
    caller: {
      principal: 'cognito:pool/one',
      authentication: 'cognito',
      secondFactor: true,
      onBehalfOf: 'team-7',
    },
    purpose: {
      of: 'research',
      basis: 'irb:2026-17',
      disclosure: { recipient: 'registry:university-7', description: 'discharge-summary' },
    },
    subject,
    session: mac.digest('session', 's-1'),
    prompt: { id: 'summary', version: '2' },
    guardrail: { id: 'g-1', version: '7', action: 'masked' },
    fields: { sent: 2, dropped: 1, justification: 'j-1' },
    output: {
      redactions: { NAME: 1 },
      leaks: 1,
      entropyMillibits: 4100,
      characters: 90,
      groundingPercent: 80,
    },
    stream: { firstTextMilliseconds: 210, firstTextCharacters: 64 },
    input: mac.digest('input', 'i'),
    answer: mac.digest('answer', 'a'),
    decision: { outcome: 'answered', stage: 'ledger', code: 'OK' },
    body: { key: '90d/one/body', sha256: '0'.repeat(64) },
  });
  return [whole, entry({ prompt: { freeText: true } })];
}

describe('a ledger that the writer wrote', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-ledger-table-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const kept: { readonly key: string; readonly lines: readonly Readonly<Record<string, Json>>[] }[] = [];

  beforeAll(async () => {
    const clock = new TestClock();
    const store = new DirectoryStore(directory);
    const writer = new ChainedWriter({ store, signer: newKey().signer, clock });
    for (const each of everyField()) {
      await writer.append(each);
      // the clock is turned back, which the second record says
      clock.time -= 1000;
    }
    await writer.close();
    for (const file of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const full = path.join(file.parentPath, file.name);
      const lines = readFileSync(full, 'utf8').trim().split('\n');
      kept.push({
        key: path.relative(directory, full),
        lines: lines.map((line) => JSON.parse(line) as Readonly<Record<string, Json>>),
      });
    }
  });

  /** Keys that the partition of a day has. */
  const inPartition = (day: string) => {
    const template_ = text(at(input, 'Parameters', 'storage.location.template'));
    const prefix = template_.replace(bucket, '').replace('${day}', day);
    return kept.filter(({ key }) => key.startsWith(prefix));
  };

  test('is found where the partition of its day says, without announcements', () => {
    const found = inPartition('2026-03-02');
    expect(found).toHaveLength(3);
    expect(kept).toHaveLength(4);
    for (const { key } of kept)
      expect(key.startsWith(FOLDERS.records)).toBe(found.some((each) => each.key === key));
    expect(inPartition('2026-03-03')).toEqual([]);
  });

  test('has records and closes, told apart by their type', () => {
    const lines = inPartition('2026-03-02').flatMap((each) => each.lines);
    expect(lines.map(({ type }) => text(type)).sort()).toEqual(['close', 'record', 'record']);
    for (const line of lines) expect('entry' in line).toBe(line['type'] === 'record');
  });

  test('fills every column, and has nothing that is in none', () => {
    const filled = new Set<string>();
    const strange: string[] = [];
    const read = (value: Json | undefined, type: HiveType, at_: string): void => {
      filled.add(at_);
      if (typeof type === 'string') {
        const is = type === 'bigint' ? Number.isInteger(value) : typeof value === type;
        if (!is) strange.push(`${at_} is no ${type}`);
        return;
      }
      for (const [name, each] of Object.entries((value ?? {}) as Readonly<Record<string, Json>>)) {
        const inside =
          'map' in type ? type.map : 'struct' in type ? type.struct[name.toLowerCase()] : undefined;
        const place = 'map' in type ? `${at_}.*` : `${at_}.${name.toLowerCase()}`;
        if (inside === undefined) strange.push(place);
        else read(each, inside, place);
      }
    };
    for (const { lines } of inPartition('2026-03-02'))
      for (const line of lines) if (line['type'] === 'record') read(line, { struct: LEDGER_COLUMNS }, '');
    expect(strange).toEqual([]);
    const declared: string[] = [];
    const name = (type: HiveType, at_: string): void => {
      declared.push(at_);
      if (typeof type === 'string') return;
      if ('map' in type) name(type.map, `${at_}.*`);
      if ('struct' in type)
        for (const [each, inside] of Object.entries(type.struct)) name(inside, `${at_}.${each}`);
    };
    name({ struct: LEDGER_COLUMNS }, '');
    expect([...filled].sort()).toEqual(declared.sort());
  });
});

test('partitions are computed from names of days, for seven years', () => {
  expect(list(at(input, 'PartitionKeys'))).toEqual([{ Name: 'day', Type: 'string' }]);
  expect(text(table?.Properties['DatabaseName'])).toBe(DATABASE);
  expect(text(at(storage, 'Location'))).toBe(`${bucket}records/`);
  expect(at(input, 'Parameters')).toMatchObject({
    'projection.enabled': 'true',
    'projection.day.type': 'date',
    'projection.day.format': 'yyyy-MM-dd',
    'projection.day.range': 'NOW-7YEARS,NOW+1DAYS',
  });
});
