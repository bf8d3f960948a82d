import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hipaaAiCommand } from '../support/cdk-cli';

jest.setTimeout(30_000);

const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-rules-file-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const write = (name: string, text: string) => {
  const file = path.join(directory, name);
  writeFileSync(file, text);
  return file;
};

const typescript = path.resolve(__dirname, '..', 'fixtures', 'rules', 'clinic.ts');
const template = (name: string) =>
  write(
    `${name}.yaml`,
    `Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: ${name}\n`,
  );
const check = (file: string, rules: string) =>
  hipaaAiCommand('check', file, '--rules-file', rules, '--rules', 'clinic-*', '--format', 'json');

test('a rule of a TypeScript file finds what it is about, and passes what meets it', async () => {
  const [bad, good] = await Promise.all([
    check(template('visits'), typescript),
    check(template('clinic-visits'), typescript),
  ]);
  expect(bad.stdout).toContain('must begin with clinic-');
  expect([bad.code, good.code]).toEqual([1, 0]);
});

test('a rule of a JavaScript file runs as well', async () => {
  const rules = write(
    'rules.cjs',
    `exports.never = { id: 'clinic-never', title: 'no buckets', severity: 'error', controls: ['164.312(b)'],
      profiles: ['hipaa'], why: 'w.', fix: 'f', resourceTypes: ['AWS::S3::Bucket'],
      check: () => [{ verdict: 'finding', property: 'Type', message: 'is a bucket' }] };`,
  );
  expect((await check(template('visits'), rules)).stdout).toContain('is a bucket');
});

test('a rule that ends its thread leaves no verdict, and that is bad input and not silence', async () => {
  const rules = write(
    'ends.cjs',
    `exports.ends = { id: 'clinic-ends', title: 't', severity: 'error', controls: ['164.312(b)'],
      profiles: ['hipaa'], why: 'w.', fix: 'f', resourceTypes: ['AWS::S3::Bucket'],
      check: () => process.exit(0) };`,
  );
  const many = mkdtempSync(path.join(directory, 'many-'));
  for (let at = 0; at < 50; at += 1)
    copyFileSync(template('visits'), path.join(many, `visits-${String(at)}.yaml`));
  const { code, stdout, stderr } = await check(many, rules);
  expect(stderr).toMatch(/a thread ended while judging .*visits-.*; does a rule of --rules-file end/u);
  expect([code, stdout]).toEqual([2, '']);
});

test.each([
  ['that does not exist', () => path.join(directory, 'nowhere.ts'), 'does not exist'],
  ['that exports no rule', () => write('none.cjs', 'exports.x = 1;'), 'exports no rule'],
  ['that does not parse', () => write('broken.ts', 'export const = ;'), 'cannot be loaded'],
  ['that throws', () => write('throws.cjs', 'throw new Error("boom");'), 'cannot be loaded'],
])('a rule file %s is bad input, for check and for gate', async (_, file, message) => {
  const rules = file();
  const [checked, gated] = await Promise.all([
    check(template('visits'), rules),
    hipaaAiCommand('gate', directory, '--rules-file', rules),
  ]);
  expect(checked.stderr).toContain(message);
  expect(gated.stderr).toContain(message);
  expect([checked.code, gated.code]).toEqual([2, 2]);
});
