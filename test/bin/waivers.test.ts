import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandHere } from '../support/command-here';

jest.setTimeout(30_000);

const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-waivers-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const row = (rule: string, resource: string, expires: string, more = '') => `
  - rule: ${rule}
    resource: ${resource}
    reason: A reason that can be understood.
    alternative: A measure that is taken instead.
    owner: Platform engineering
    approver: Security officer
    ticket: T-1
    expires: ${expires}${more}`;

function waiverFile(...rows: readonly string[]): string {
  const file = path.join(directory, `${rows.length}-${rows.join('').length}.yaml`);
  writeFileSync(file, `waivers:${rows.join('')}\n`);
  return file;
}

const AS_OF = ['--as-of', '2026-11-24'];
const good = row('s3-bucket-versioned', 'App/Bucket', '2027-06-30');

test('list shows each waiver with the days it has left, the next to end first', async () => {
  const file = waiverFile(good, row('kms-key-rotation', 'App/Key', '2026-12-01'));
  const { stdout, code } = await commandHere(['waivers', 'list', file, ...AS_OF]);
  expect(stdout.indexOf('kms-key-rotation')).toBeLessThan(stdout.indexOf('s3-bucket-versioned'));
  expect(stdout).toContain('7 days');
  expect(stdout).toContain('2 waivers');
  expect(code).toBe(0);
});

test('lint passes a file without faults and prints its SHA-256', async () => {
  const { stdout, code } = await commandHere(['waivers', 'lint', waiverFile(good), ...AS_OF]);
  expect(stdout).toMatch(/^1 waivers, 0 problems; SHA-256 [0-9a-f]{64}\n$/u);
  expect(code).toBe(0);
});

test.each([
  ['a rule that does not exist', [row('s3-no-such-rule', 'A', '2027-06-30')], 'does not exist'],
  [
    'a rule that cannot be waived',
    [row('s3-bucket-policy-not-public', 'A', '2027-06-30')],
    'cannot be waived',
  ],
  ['a day that is over', [row('kms-key-rotation', 'A', '2026-11-23')], 'expired on 2026-11-23'],
  ['a term of more than 366 days', [row('kms-key-rotation', 'A', '2027-11-26')], 'runs 367 days'],
  ['any resource', [row('kms-key-rotation', "'*'", '2027-06-30')], 'any resource'],
  ['the same twice', [good, good], 'is there twice'],
  ['a missing field', [good.replace(/\n {4}owner: .*/u, '')], 'waivers.0.owner'],
])('lint finds %s', async (_, rows, problem) => {
  const { stdout, code } = await commandHere(['waivers', 'lint', waiverFile(...rows), ...AS_OF]);
  expect(stdout).toContain(problem);
  expect(stdout).toContain('1 problems');
  expect(code).toBe(1);
});

test('lint takes the last day of the longest term, and the same waiver for other environments', async () => {
  const dev = row('kms-key-rotation', 'A', '2027-11-25', '\n    environments: [dev]');
  const prod = row('kms-key-rotation', 'A', '2027-11-25', '\n    environments: [prod]');
  expect((await commandHere(['waivers', 'lint', waiverFile(dev, prod), ...AS_OF])).code).toBe(0);
});

test('expire-soon exits 1 for a waiver that ends on the last day asked for, and 0 a day earlier', async () => {
  const file = waiverFile(row('kms-key-rotation', 'App/Key', '2026-12-24'));
  const at = (days: string) => commandHere(['waivers', 'expire-soon', file, '--days', days, ...AS_OF]);
  const [within, before] = await Promise.all([at('30'), at('29')]);
  expect([within.code, before.code]).toEqual([1, 0]);
  expect(within.stdout).toContain('kms-key-rotation on App/Key');
});

test('as JSON, the rows have every field and the days left', async () => {
  const { stdout } = await commandHere(['waivers', 'list', waiverFile(good), '--format', 'json', ...AS_OF]);
  expect(JSON.parse(stdout)).toMatchObject([
    { rule: 's3-bucket-versioned', daysLeft: 218, approver: 'Security officer' },
  ]);
});

test.each([
  ['an action that does not exist', ['prune'], "no action 'prune'"],
  ['no action', [], 'give one action'],
  ['a file that does not exist', ['list', 'nowhere.yaml'], 'cannot read nowhere.yaml'],
  ['days that are no number', ['expire-soon', '--days', 'many'], "--days is 'many'"],
  ['an assembly without evidence', ['lint', '--assembly', 'nowhere'], 'cannot read nowhere'],
])('%s is bad input', async (_, args, message) => {
  const { stderr, code } = await commandHere(['waivers', ...args]);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});
