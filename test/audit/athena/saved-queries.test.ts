import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { HiveColumns } from '../../../lib/audit/athena/hive-type';
import { LEDGER_COLUMNS } from '../../../lib/audit/athena/ledger-columns';
import { LEDGER_QUERIES } from '../../../lib/audit/athena/ledger-queries';
import { descriptionOf } from '../../../lib/audit/athena/saved-query';
import { TRAIL_COLUMNS } from '../../../lib/audit/athena/trail-columns';
import { TRAIL_QUERIES } from '../../../lib/audit/athena/trail-queries';
import {
  CATALOG_CHANGES,
  KEY_CHANGES,
  LOCK_CHANGES,
  RECORD_CHANGES,
} from '../../../lib/contract/record-changes';
import { text } from '../../encryption/policy-evaluator';
import { clausesOfParameters, functionsOf, unknownNames } from '../../support/sql-names';
import { at, resourcesOf, ROOT, synthesize, testStack } from '../../support/synthesize';
import { DATABASE, tablesIn, WORKGROUP } from './built-tables';

const stack = testStack();
tablesIn(stack);
const template = synthesize(stack);
const saved = resourcesOf(template, 'AWS::Athena::NamedQuery').map(({ Properties }) => Properties);
const partitions = { day: 'string', folder: 'string', region: 'string' } as const;
const tables: Readonly<Record<string, HiveColumns>> = {
  ledger: { ...LEDGER_COLUMNS, day: 'string' },
  trail: { ...TRAIL_COLUMNS, ...partitions },
};
const all = [
  ...LEDGER_QUERIES.map((query) => ({ ...query, table: 'ledger' })),
  ...TRAIL_QUERIES.map((query) => ({ ...query, table: 'trail' })),
];
const unknownIn = (sql: string, table: string) => unknownNames(sql, tables[table] ?? {}, [table]);

/** Functions of Trino, on which Athena engine version 3 stands, that were tried. */
const FUNCTIONS = [
  'any_match',
  'coalesce',
  'concat',
  'count',
  'date_add',
  'date_format',
  'json_extract_scalar',
  'max',
  'min',
  'regexp_like',
  'split_part',
  'substr',
  'sum',
];

test('every query is saved in the workgroup, with what its parameters stand for', () => {
  expect(saved.map(({ Name }) => text(Name)).sort()).toEqual(all.map(({ name }) => name).sort());
  for (const query of all) {
    const made = saved.find(({ Name }) => Name === query.name);
    expect(made).toMatchObject({
      Database: DATABASE,
      WorkGroup: WORKGROUP,
      QueryString: query.sql.trim(),
      Description: descriptionOf(query),
    });
    // what Athena takes
    expect(descriptionOf(query).length).toBeLessThanOrEqual(1024);
    expect(query.name.length).toBeLessThanOrEqual(128);
  }
});

describe.each(all)('$name', ({ name, sql, parameters, table }) => {
  test('names columns of its table, and what it makes of them, and nothing else', () => {
    expect(unknownIn(sql, table)).toEqual([]);
  });

  test('has a parameter for each thing that is asked, where Athena takes one', () => {
    const clauses = clausesOfParameters(sql);
    expect(clauses).toHaveLength(parameters.length);
    expect(new Set(clauses)).toEqual(new Set(['WHERE']));
  });

  test('reads some days and not all', () => {
    expect(sql).toMatch(/\bday BETWEEN (?:\?|date_format\(.*CAST\(\? AS date\).*\)) AND \?/u);
  });

  test('calls functions that were tried', () => {
    for (const each of functionsOf(sql)) expect(FUNCTIONS).toContain(each);
  });

  test('is explained in docs/ledger.md', () => {
    const page = readFileSync(path.join(ROOT, 'docs', 'ledger.md'), 'utf8');
    expect(page.includes(`| \`${name}\` `)).toBe(true);
  });

  if (table === 'ledger')
    test('reads records, and not the closes beside them', () => {
      const reads = sql.match(/FROM ledger\s+WHERE type = 'record'/gu) ?? [];
      expect(reads).toHaveLength(sql.match(/\bledger\b/gu)?.length ?? 0);
    });
});

test.each([
  ['a column', 'SELECT entry.caller.principle FROM ledger', ['entry.caller.principle']],
  ['a field of a text', 'SELECT time.hour FROM ledger', ['time.hour']],
  ['a table', "SELECT time FROM ledgers WHERE type = 'record'", ['ledgers']],
  ['a name of nobody', 'SELECT time AS began FROM ledger ORDER BY begun', ['begun']],
])('what is misspelt is found: %s', (_, sql, names) => {
  expect(unknownIn(sql, 'ledger')).toEqual(names);
});

test('what is misspelt is found: a field of an element', () => {
  const sql = 'SELECT eventid FROM trail WHERE any_match(resources, resource -> resource.arm = ?)';
  expect(unknownIn(sql, 'trail')).toEqual(['resource.arm']);
});

test('whoever rings an alarm by going for the record is found by its query', () => {
  const sql = TRAIL_QUERIES.find(({ name }) => name === 'trail-tampering')?.sql ?? '';
  const services = { ...RECORD_CHANGES, kms: KEY_CHANGES };
  for (const [service, names] of [...Object.entries(services), ...Object.entries(CATALOG_CHANGES)]) {
    const [, listed = ''] =
      new RegExp(`eventsource = '${service}\\.amazonaws\\.com' AND eventname IN \\(([^)]*)\\)`, 'u').exec(
        sql,
      ) ?? [];
    const wanted = service === 's3' ? [...names, ...LOCK_CHANGES] : names;
    expect([service, ...listed.split(', ')]).toEqual([service, ...wanted.map((each) => `'${each}'`)]);
  }
});

test.each([
  ['cloudtrail', 'StopLogging'],
  ['s3', 'PutBucketPolicy'],
  ['s3', 'PutBucketObjectLockConfiguration'],
  ['s3', 'PutObjectRetention'],
  ['kms', 'PutKeyPolicy'],
  ['glue', 'UpdateTable'],
])('going for the record by %s %s is found', (service, name) => {
  const sql = TRAIL_QUERIES.find((query) => query.name === 'trail-tampering')?.sql ?? '';
  expect(sql).toMatch(new RegExp(`'${service}\\.amazonaws\\.com' AND eventname IN \\([^)]*'${name}'`, 'u'));
});

describe('the table of the trail', () => {
  const table = resourcesOf(template, 'AWS::Glue::Table').find(
    ({ Properties }) => at(Properties['TableInput'], 'Name') === 'trail',
  );
  const parameter = (name: string) => at(table?.Properties['TableInput'], 'Parameters', name);

  test('has what endpoints refused, which CloudTrail delivers elsewhere', () => {
    expect(parameter('projection.folder.values')).toBe('CloudTrail,CloudTrail-NetworkActivity');
  });

  test('has every Region of its partition: the trail has them too', () => {
    const regions = text(parameter('projection.region.values')).split(',');
    expect(regions).toEqual(expect.arrayContaining(['us-east-1', 'eu-central-1', 'ap-southeast-1']));
    expect(regions).not.toContain('us-gov-west-1');
    expect(regions).not.toContain('cn-north-1');
    expect(new Set(regions).size).toBe(regions.length);
  });
});
