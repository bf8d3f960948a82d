import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandHere } from '../support/command-here';
import { ROOT } from '../support/synthesize';

const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-organization-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const page = readFileSync(path.join(ROOT, 'docs', 'organization-guardrails.md'), 'utf8');
const EXAMPLE = /```yaml\n(.*?)```/su.exec(page)?.[1] ?? '';
const AS_OF = ['--as-of', '2026-11-27'];

function file(name: string, text: string): string {
  const location = path.join(work, name);
  writeFileSync(location, text);
  return location;
}

const example = file('organization.yaml', EXAMPLE);

test('the example of the page becomes policies, one file each, as short as they can be', async () => {
  const out = path.join(work, 'policies');
  const { code, stdout, stderr } = await commandHere(['organization', example, '--out', out, ...AS_OF]);
  expect([code, stdout]).toEqual([0, '']);
  expect(readdirSync(out).sort()).toEqual([
    'hipaa-ai-account-records.json',
    'hipaa-ai-ai-services-opt-out.json',
    'hipaa-ai-approved-models.json',
    'hipaa-ai-closed-doors.json',
    'hipaa-ai-enforced-guardrails.json',
    'hipaa-ai-own-principals.json',
  ]);
  for (const name of readdirSync(out)) {
    const text = readFileSync(path.join(out, name), 'utf8');
    expect(text).toBe(JSON.stringify(JSON.parse(text)));
    expect(stderr).toContain(`${name}  `);
    expect(stderr).toContain(` ${text.length} of `);
  }
  const models = readFileSync(path.join(out, 'hipaa-ai-approved-models.json'), 'utf8');
  expect(models).toContain('arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-pro-v1:0');
});

test('without a folder a program gets all of them at once', async () => {
  const { code, stdout, stderr } = await commandHere(['organization', example, ...AS_OF]);
  const documents = JSON.parse(stdout) as readonly { readonly name: string; readonly characters: number }[];
  expect([code, stderr]).toEqual([0, '']);
  expect(documents).toHaveLength(6);
  for (const { characters } of documents) expect(characters).toBeGreaterThan(100);
});

test('fails when an approval is past its review, and names the model', async () => {
  const { code, stdout, stderr } = await commandHere(['organization', example, '--as-of', '2027-11-03']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain("model 'amazon.nova-pro-v1:0' was to be reviewed by 2027-11-02");
  expect(stderr).not.toContain('internal error');
});

test('fails on what the file must not say, and lists all of it', async () => {
  const wrong = EXAMPLE.replace('retentionNeed: none', 'retentionNeed: forever').replace('baaEntry:', 'baa:');
  const { code, stderr } = await commandHere(['organization', file('wrong.yaml', wrong), ...AS_OF]);
  expect(code).toBe(2);
  expect(stderr).toContain('models.0.retentionNeed');
  expect(stderr).toContain('models.0.baaEntry');
  expect(stderr).not.toContain('internal error');
});

test.each([
  ['no file', []],
  ['a file that is not there', [path.join(work, 'none.yaml')]],
  ['a file that is no YAML', [file('broken.yaml', 'models: [')]],
  ['an empty file', [file('empty.yaml', '')]],
  ['a day that is none', [example, '--as-of', 'today']],
])('fails on %s as the caller’s fault', async (_, args) => {
  const { code, stderr } = await commandHere(['organization', ...args]);
  expect(code).toBe(2);
  expect(stderr).not.toContain('internal error');
});
