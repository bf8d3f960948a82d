import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hipaaAiCommand } from '../support/cdk-cli';
import { commandHere } from '../support/command-here';

jest.setTimeout(60_000);

const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-eligible-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const location = path.join(directory, name);
  writeFileSync(location, text);
  return location;
}

const PORTAL = 'Resources:\n  Portal:\n    Type: AWS::Lightsail::Instance\n';
const portal = file('portal.yaml', PORTAL);
const SERVICES = 'source: the page of AWS\nservices: [{ name: Amazon Lightsail, namespaces: [Lightsail] }]\n';
const today = new Date().toISOString().slice(0, 10);
const fresh = file('fresh.yaml', `listDate: ${today}\n${SERVICES}`);
const ONLY = ['--rules', 'governance-eligible-service'];

test('without a newer list a service that ours does not name is found, and a word is said of the age of ours', async () => {
  const { code, stdout, stderr } = await commandHere(['check', ...ONLY, portal]);
  expect(stdout).toContain('Lightsail is not on the list of 2025-04-16');
  expect(stderr).toMatch(
    /^hipaa-ai: warning: the list of HIPAA eligible services is of 2025-04-16, \d+ days before/u,
  );
  expect(code).toBe(1);
});

test.each([
  ['2025-07-15', ''],
  [
    '2025-07-16',
    'hipaa-ai: warning: the list of HIPAA eligible services is of 2025-04-16, 91 days before 2025-07-16',
  ],
])('as of %s', async (day, said) => {
  const { code, stderr } = await commandHere(['check', ...ONLY, '--as-of', day, portal]);
  expect(stderr.slice(0, Math.max(said.length, 1))).toBe(said);
  expect(code).toBe(1);
});

test('a newer list takes its place, and says nothing while it is new', async () => {
  const { code, stderr } = await commandHere(['check', ...ONLY, '--eligible-services', fresh, portal]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('threads judge by the newer list too', async () => {
  const folder = path.join(directory, 'many');
  mkdirSync(folder);
  for (let index = 0; index < 50; index += 1) writeFileSync(path.join(folder, `${index}.yaml`), PORTAL);
  const { code, stdout } = await commandHere(['check', ...ONLY, '--eligible-services', fresh, folder]);
  expect(stdout).toContain('on 50 resources in 50 templates');
  expect(code).toBe(0);
});

test('nothing is said of the list under --quiet, or where nothing hangs on it', async () => {
  const quiet = await commandHere(['check', ...ONLY, '--quiet', portal]);
  const listed = file('bucket.yaml', PORTAL.replace('Lightsail::Instance', 'S3::Bucket'));
  const other = await commandHere(['check', ...ONLY, listed]);
  expect([quiet.stderr, other.stderr]).toEqual(['', '']);
});

test.each([
  [
    'of a day that ours is newer than',
    `listDate: 2024-01-01\n${SERVICES}`,
    /2024-01-01 is not newer than our list/u,
  ],
  ['without services', `listDate: ${today}\nsource: the page\n`, /services: must be a list of all services/u],
  ['that is no object', '[]', /no object; it must have: listDate, source, services/u],
])('a list %s exits 2 and says why', async (_, text, reason) => {
  const list = file('list.yaml', text);
  const { code, stdout, stderr } = await commandHere(['check', ...ONLY, '--eligible-services', list, portal]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(reason);
});

test('a list that is not there, or that parameters give as well, exits 2', async () => {
  const missing = await hipaaAiCommand('check', '--eligible-services', path.join(directory, 'none'), portal);
  expect(missing).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('cannot be read (ENOENT)') as string,
  });
  const config = file('check.yaml', 'parameters:\n  governance-eligible-service:\n    namespaces: [S3]\n');
  const twice = await commandHere(['check', '--config', config, '--eligible-services', fresh, portal]);
  expect(twice).toMatchObject({ code: 2, stderr: expect.stringContaining('give one of them') as string });
});
