import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';

const CLI = path.resolve(__dirname, '../../dist/bin/hipaa-ai.js');
const folder = mkdtempSync(path.join(tmpdir(), 'redact-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(args: readonly string[], input: string | Uint8Array = ''): Promise<Run> {
  const child = spawn(process.execPath, [CLI, 'redact', ...args]);
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // a verb that stops early closes its end first
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return {
    code,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
  };
}

function file(name: string, content: string | Uint8Array): string {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

describe('plain text', () => {
  test.each([
    ['with a line end', 'Dr. Ana Rivera\n', '[NAME]\n'],
    ['without a line end', 'Dr. Ana Rivera', '[NAME]'],
    ['with Windows line ends', 'Dr. Ana Rivera\r\nBP 120/80\r\n', '[NAME]\r\nBP 120/80\r\n'],
    ['with a byte order mark', '\ufeffDr. Ana Rivera\n', '\ufeff[NAME]\n'],
    ['without identifiers', 'BP 120/80\n\n', 'BP 120/80\n\n'],
    ['that is empty', '', ''],
  ])('%s keeps all but its identifiers', async (_, given, expected) => {
    expect(await run([], given)).toEqual({ code: 0, stdout: expected, stderr: '' });
  });

  test('in files: each its own document, one after the other', async () => {
    const [one, two] = [file('1.txt', 'Dr. Ana Qwelt\n'), file('2.txt', 'the Qwelt test, SSN 512-45-7788\n')];
    expect((await run([one, two])).stdout).toBe('[NAME]\nthe Qwelt test, SSN [SSN]\n');
  });

  test('that is one line of megabytes', async () => {
    const { code, stdout } = await run([], `${'No fever. '.repeat(300_000)}SSN 512-45-7788`);
    expect(code).toBe(0);
    expect(stdout.endsWith('No fever. SSN [SSN]')).toBe(true);
  });

  test('fails on bytes that are not UTF-8, and prints none of them', async () => {
    const { code, stdout, stderr } = await run([], Buffer.from('Dr. Jos\xe9 Rivera', 'latin1'));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('hipaa-ai: standard input is not UTF-8; convert it first\n');
  });

  test('fails on a file that cannot be read', async () => {
    expect(await run([path.join(folder, 'none.txt')])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^hipaa-ai: cannot read .*none\.txt: ENOENT\n$/) as unknown,
    });
    expect(await run([folder])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('EISDIR') as unknown,
    });
  });
});

describe('--report', () => {
  test('prints counts per category to standard error, and no value', async () => {
    const { stdout, stderr } = await run(['--report'], 'Dr. Ana Rivera on 3/4/2024 and 3/5/2024\n');
    expect(stdout).toBe('[NAME] on [DATE] and [DATE]\n');
    expect(stderr).toBe('NAME         1\nDATE         2\n');
  });

  test('says so when nothing was found', async () => {
    expect((await run(['--report'], 'BP 120/80\n')).stderr).toBe('nothing found\n');
  });
});

describe('--jsonl', () => {
  test('writes rows in order, with where each identifier was', async () => {
    const { code, stdout } = await run(
      ['--jsonl'],
      '{"id":"a","text":"SSN 512-45-7788"}\n{"id":2,"text":"ok","more":1}\n',
    );
    expect(code).toBe(0);
    expect(
      stdout
        .split('\n')
        .slice(0, 2)
        .map((row) => JSON.parse(row) as unknown),
    ).toEqual([
      {
        id: 'a',
        text: 'SSN [SSN]',
        spans: [{ start: 4, end: 15, category: 'SSN', detector: 'social-security-number', score: 0.95 }],
      },
      { id: 2, text: 'ok', spans: [] },
    ]);
  });

  test('keeps the good rows and tells the line of each bad one, never its content', async () => {
    const rows = [
      '{"id":1,"text":"ok"}',
      'Rivera',
      '',
      '["Rivera"]',
      '{"id":1}',
      '{"text":"Rivera"}',
      '{"id":{"a":"Rivera"},"text":"x"}',
      '{"id":9,"text":"last"}',
    ];
    const { code, stdout, stderr } = await run(['--jsonl'], rows.join('\r\n'));
    expect(code).toBe(2);
    expect(stdout).toBe('{"id":1,"text":"ok","spans":[]}\n{"id":9,"text":"last","spans":[]}\n');
    expect(stderr.trimEnd().split('\n')).toEqual([
      'hipaa-ai: standard input, line 2: not JSON',
      'hipaa-ai: standard input, line 4: not an object with "id" and "text"',
      'hipaa-ai: standard input, line 5: "text" is not a string',
      'hipaa-ai: standard input, line 6: "id" is not a string or a number',
      'hipaa-ai: standard input, line 7: "id" is not a string or a number',
    ]);
  });

  test('takes a byte order mark before the first row', async () => {
    expect(await run(['--jsonl'], '\ufeff{"id":1,"text":"ok"}\n')).toMatchObject({ code: 0 });
  });

  test('a row that is not UTF-8 is a bad row', async () => {
    const { code, stdout, stderr } = await run(
      ['--jsonl'],
      Buffer.concat([
        Buffer.from('{"id":1,"text":"Jos\xe9"}\n', 'latin1'),
        Buffer.from('{"id":2,"text":"ok"}\n'),
      ]),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '{"id":2,"text":"ok","spans":[]}\n' });
    expect(stderr).toBe('hipaa-ai: standard input, line 1: not UTF-8\n');
  });

  test('no rows are fine', async () => {
    expect(await run(['--jsonl'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('answers each row before the next is sent', async () => {
    const child = spawn(process.execPath, [CLI, 'redact', '--jsonl']);
    for (const id of [1, 2, 3]) {
      child.stdin.write(`{"id":${id},"text":"SSN 512-45-7788"}\n`);
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
      expect(JSON.parse(chunk.toString('utf8'))).toMatchObject({ id, text: 'SSN [SSN]' });
    }
    child.stdin.end();
    await once(child, 'close');
  });
});

test('ends without a word when its reader goes', async () => {
  const rows = Array.from({ length: 50_000 }, (_, id) => JSON.stringify({ id, text: 'Dr. Ana Rivera' })).join(
    '\n',
  );
  const child = spawn(process.execPath, [CLI, 'redact', '--jsonl']);
  const stderr: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(rows);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, stderr: Buffer.concat(stderr).toString('utf8') }).toEqual({ code: 0, stderr: '' });
});

test('prints its usage', async () => {
  const { code, stdout } = await run(['--help']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^usage: hipaa-ai redact \[FILE\.\.\.\] \[--fhir\|--hl7\|--ccda\|--json\|--csv\] \[--profile PROFILE\] .*\n +\[--report\]\n/,
  );
});

test('fails on an option it does not know', async () => {
  expect(await run(['--profiles', 'strict'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining("Unknown option '--profiles'") as unknown,
  });
});
