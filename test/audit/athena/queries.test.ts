import { z } from 'zod';
import { LEDGER_QUERIES } from '../../../lib/audit/athena/ledger-queries';
import { TRAIL_QUERIES } from '../../../lib/audit/athena/trail-queries';
import { TRAIL_SHAPE } from '../../../lib/audit/athena/trail-shape';
import { PURPOSES_OF_USE } from '../../../lib/contract/purpose-of-use';
import { recordSchema } from '../../../lambda/ledger/ledger-object';

type Schema = Readonly<Record<string, unknown>>;
const SCHEMA = z.toJSONSchema(recordSchema) as Schema;

/** Whether a record may have something at a path such as `entry.caller.principal`. */
function isThere(schema: Schema, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  const next = (schema['properties'] as Record<string, Schema> | undefined)?.[name];
  return next !== undefined && isThere(next, rest);
}

const ledger = Object.entries(LEDGER_QUERIES);
const trail = Object.entries(TRAIL_QUERIES);

test.each(ledger)('%s asks for what records have', (_, { sql }) => {
  const paths = [...sql.matchAll(/json_extract_scalar\(line, '\$\.([\w.]+)'\)/gu)].map(
    ([, path = '']) => path,
  );
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !isThere(SCHEMA, path.split('.')))).toEqual([]);
});

test('a path that no record has is noticed', () => {
  expect(isThere(SCHEMA, ['entry', 'caller', 'principal'])).toBe(true);
  expect(isThere(SCHEMA, ['entry', 'caller', 'name'])).toBe(false);
});

test('the accounting leaves out the purposes that the law leaves out', () => {
  const [, listed = ''] =
    /purpose NOT IN \(([^)]*)\)/u.exec(LEDGER_QUERIES['disclosures-of-subject'].sql) ?? [];
  const excluded = Object.entries(PURPOSES_OF_USE).filter(([, { accounting }]) => accounting === 'excluded');
  expect(listed.split(', ')).toEqual(excluded.map(([name]) => `'${name}'`));
});

test.each(trail)('%s asks for columns that the table has', (_, { sql }) => {
  const columns = new Set(Object.keys(TRAIL_SHAPE.columns));
  const words = sql.replaceAll(/'[^']*'/gu, '').match(/\b[a-z]+\b/gu) ?? [];
  const known = new Set([
    'day',
    'region',
    'trail',
    'caller',
    'object',
    'calls',
    'any',
    'match',
    'each',
    'arn',
  ]);
  const functions = new Set([
    'coalesce',
    'count',
    'sessioncontext',
    'sessionissuer',
    'json',
    'extract',
    'scalar',
  ]);
  const strange = words.filter((word) => !columns.has(word) && !known.has(word) && !functions.has(word));
  expect(strange.filter((word) => !['any_match', 'json_extract_scalar'].includes(word))).toEqual([]);
});

test.each([...ledger, ...trail])(
  '%s has days first, and says what its parameters are',
  (_, { sql, description }) => {
    const [, told = ''] = /Parameters: (.*)$/u.exec(description) ?? [];
    expect(told).toMatch(/^first day, last day/u);
    expect(sql).toMatch(/day BETWEEN \? AND \?/u);
    expect(sql).not.toMatch(/\$\{/u);
    const parameters = sql.match(/\?/gu)?.length ?? 0;
    // "first hour and hour after the last one" are two
    const named = told
      .replace(' and hour', ', hour')
      .replace(/, UTC.*$/u, '')
      .split(', ').length;
    expect(named).toBe(parameters);
  },
);
