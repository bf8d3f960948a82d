import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

jest.setTimeout(60_000);

const CLI = path.resolve(__dirname, '../../../dist/bin/hipaa-ai.js');
const folder = mkdtempSync(path.join(tmpdir(), 'redact-tokens-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(path.join(folder, 'key'), randomBytes(32), { mode: 0o600 });
writeFileSync(path.join(folder, 'other-key'), randomBytes(32), { mode: 0o600 });

const NOTE = 'Dr. Ana Rivera, MRN 445566, on 3/4/2024; Ana Rivera again.\n';
const AT = ['--tenant', 'clinic-7', '--record', 'r-1', '--key-file', 'key'];

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], input = NOTE): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

const redact = (map: string, args: readonly string[] = [], input = NOTE): Run =>
  run(['redact', '--operator', 'token', '--token-map', map, ...AT, ...args], input);

test('tokens stand for values, which lie sealed in the map and are put back from there', () => {
  const { code, stdout, stderr } = redact('map');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^Dr\. \[NAME:\S{16}\], MRN \[MRN:\S{16}\], on \[DATE:\S{16}\]; \[NAME:\S{16}\] again\.\n$/u,
  );
  expect(statSync(path.join(folder, 'map')).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(folder, 'map'), 'latin1')).not.toMatch(/Rivera|445566/u);
  expect(run(['restore', '--token-map', 'map', ...AT], stdout)).toEqual({
    code: 0,
    stdout: NOTE,
    stderr: '',
  });
});

test('rows and fields of records share the map of their run', () => {
  const rows = [1, 2].map((id) => JSON.stringify({ id, text: 'MRN 445566' })).join('\n');
  const { stdout } = redact('rows', ['--jsonl'], rows);
  const tokens = stdout.match(/\[MRN:[^\]]+\]/gu) ?? [];
  expect(tokens).toHaveLength(2);
  expect(new Set(tokens).size).toBe(1);
  const csv = redact('csv', ['--csv'], 'name,note\nAna Rivera,ok\n');
  expect(csv.stdout).toMatch(/\[NAME:/u);
  expect(run(['restore', '--token-map', 'csv', ...AT], csv.stdout).stdout).toContain('Ana Rivera');
});

test('a map is sealed even when the run ends badly: what was written before belongs to it', () => {
  writeFileSync(path.join(folder, 'first'), NOTE);
  const { code, stdout } = redact('bad-run', ['first', 'gone']);
  expect(code).toBe(2);
  expect(run(['restore', '--token-map', 'bad-run', ...AT], stdout).stdout).toBe(NOTE);
});

test('a map that is there is kept, and no text is written', () => {
  writeFileSync(path.join(folder, 'taken'), 'before');
  const { code, stdout, stderr } = redact('taken');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^hipaa-ai: taken is there already; a token map is never replaced/u);
  expect(readFileSync(path.join(folder, 'taken'), 'utf8')).toBe('before');
});

test.each([
  ['another tenant', ['--tenant', 'clinic-8'], 1, /^hipaa-ai: CONTEXT_MISMATCH/u],
  ['another record', ['--record', 'r-2'], 1, /^hipaa-ai: CONTEXT_MISMATCH/u],
  ['another key', ['--key-file', 'other-key'], 1, /^hipaa-ai: NO_KEY/u],
  ['no such file', ['--token-map', 'gone'], 2, /^hipaa-ai: cannot read gone: ENOENT/u],
  ['two texts', ['map', 'map'], 2, /give one FILE, or none for standard input; 2 were given/u],
])('restore for %s writes nothing', (_, args, code, expected) => {
  if (!existsSync(path.join(folder, 'map'))) redact('map');
  const outcome = run(['restore', '--token-map', 'map', ...AT, ...args]);
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr).toMatch(expected);
});

test('no text is written where the map could not be sealed', () => {
  const { code, stdout, stderr } = redact('unsealed', ['--key-file', 'none']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/cannot read the key file none/u);
});
