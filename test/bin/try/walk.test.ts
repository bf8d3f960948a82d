import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hipaaAiCommand, run, type Outcome } from '../../support/cdk-cli';
import { LoopbackBedrockRuntime } from '../../support/loopback-bedrock-runtime';

jest.setTimeout(120_000);

const program = path.resolve(__dirname, '..', '..', '..', 'dist', 'bin', 'try.js');
const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-try-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const tryIt = (folder: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  run(program, ['--folder', path.join(work, folder), ...args], { env });

/** A request of the output, on one line. */
function part(stdout: string, number: number): string {
  const [, , found = ''] = new RegExp(`(^|\\n)${number}  (.*?)(?=\\n\\n)`, 'su').exec(stdout) ?? [];
  return found.replaceAll(/\s+/gu, ' ');
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

describe('npm run try', () => {
  let first: Outcome;
  beforeAll(async () => {
    first = await tryIt('first');
  });

  test('makes five requests, keeps every promise and says nothing on the side', () => {
    expect(first.stdout.match(/^\d {2}/gmu)).toHaveLength(5);
    expect(first.stdout.match(/^held {4}/gmu)).toHaveLength(7);
    expect(first.stdout).not.toContain('BROKEN');
    expect(first.stderr).toBe('');
    expect(first.code).toBe(0);
  });

  test('fits on two screens', () => {
    // paths are as long as this machine has them
    const lines = first.stdout.split('\n').map((line) => line.replaceAll(work, ''));
    expect(lines.length).toBeLessThanOrEqual(65);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(105);
  });

  test('answers the first, without the field that its use case does not list', () => {
    expect(part(first.stdout, 1)).toMatch(
      /model saw Write a handover for the next shift. Patient: bed 4 Note: BP 118\/76, slept well. model said .* came back Noted: bed 4; BP 118\/76, slept well. record interaction, 1 field dropped; receipt/u,
    );
    expect(part(first.stdout, 1)).not.toContain('plan B');
  });

  test('shows the model tokens where the caller gets identifiers', () => {
    const [, saw = '', back = ''] = /model saw (.*) came back (.*) record/u.exec(part(first.stdout, 2)) ?? [];
    expect(saw).toMatch(
      /Patient: \[NAME:[\w-]+\] Note: MRN \[MRN:[\w-]+\], DOB \[DATE:[\w-]+\], call \[PHONE:/u,
    );
    expect(saw).not.toMatch(/Marlowe|Quillfeather|00451234|1951|0199/u);
    expect(back).toBe(
      'Noted: Marlowe Quillfeather; MRN 00451234, DOB 03/14/1951, call 555-010-0199. BP 140/90, asked for Ms. Quillfeather.',
    );
  });

  test('refuses another purpose and a letter with orders before any model is asked', () => {
    expect(part(first.stdout, 3)).toContain(
      'model saw nothing: it was not asked refused 403 PURPOSE_REFUSED (authorize, field purpose.of): The use case is not for this purpose. record refusal; receipt',
    );
    expect(part(first.stdout, 4)).toContain(
      'model saw nothing: it was not asked refused 422 INJECTION_SUSPECTED (screen, field untrusted)',
    );
  });

  test('masks in a stream what the model says of a patient of somebody else', () => {
    expect(part(first.stdout, 5)).toMatch(
      /model said Noted. It is as with Dorian Ashgrove, SSN 512-45-7788, who stayed longer. came back Noted. It is as with \[NAME\], SSN \[SSN\], who stayed longer. \(in \d+ pieces\) record interaction, 1 NAME, 1 SSN taken out, 2 leaks masked; receipt/u,
    );
  });

  test('says what README and documentation show of it', () => {
    const shown = ['README.md', 'docs/gateway.md']
      .map((page) => readFileSync(path.resolve(__dirname, '..', '..', '..', page), 'utf8'))
      .flatMap((page) =>
        page.split('\n').filter((line) => /^(?: {3}model saw| {3}came back|Ledger: |held )/u.test(line)),
      );
    expect(shown).toHaveLength(10);
    const plain = (text: string): string => text.replaceAll(/:[\w-]{16}\]/gu, ']').replaceAll(/\s+/gu, ' ');
    for (const piece of shown.flatMap((line) => plain(line).split('…')))
      expect(plain(first.stdout)).toContain(piece.trim());
  });

  test('leaves a ledger that the command line verifies, and whose receipts it finds', async () => {
    const [ledger, key] = ['ledger', 'ledger-key.pub'].map((name) => path.join(work, 'first', name)) as [
      string,
      string,
    ];
    const [receipt = ''] = /2\d{3}-\d\d-\d\d\.[0-9a-f]{24}\.[\d.]+\d/u.exec(first.stdout) ?? [];
    const { stdout, code } = await hipaaAiCommand(
      'ledger',
      'verify',
      ledger,
      '--public-key',
      key,
      '--receipt',
      receipt,
    );
    expect(stdout).toContain(`receipt ${receipt}: recorded at `);
    expect(stdout).toContain('7 records of 1 writers, 1 signed segments, 0 records in open ones');
    expect(stdout).toContain('nothing is wrong; signed by the keys');
    expect(code).toBe(0);
  });

  test('leaves no identifier in any file, and keys for their owner alone', () => {
    const files = filesBelow(path.join(work, 'first'));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files)
      expect(readFileSync(file, 'latin1')).not.toMatch(
        /Marlowe|Quillfeather|Isolde|Vantongeren|Ashgrove|512-45-7788/u,
      );
    for (const name of ['ledger-key.pem', 'body.key', 'mac.key'])
      expect(statSync(path.join(work, 'first', name)).mode & 0o077).toBe(0);
  });
});

test('a second run goes on in the same ledger under the same keys, and two at once do not disturb each other', async () => {
  await tryIt('again');
  const both = await Promise.all([tryIt('again'), tryIt('again')]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  const { stdout, code } = await tryIt('again');
  expect(stdout).toContain('Ledger: 28 records, 4 writers, 4 signed segments, ');
  expect(code).toBe(0);
});

test('a ledger that was edited breaks its promise, and the exit code says so', async () => {
  await tryIt('edited');
  const records = filesBelow(path.join(work, 'edited', 'ledger', 'records'));
  const file = records.find((each) => readFileSync(each, 'utf8').includes('"treatment"')) ?? '';
  writeFileSync(file, readFileSync(file, 'utf8').replace('"treatment"', '"payment"'));
  const { stdout, code } = await tryIt('edited');
  expect(stdout).toMatch(/^RECORD_CHANGED +records\//mu);
  expect(stdout).toMatch(
    /^BROKEN {2}each request has its record, which the ledger proves\n {8}RECORD_CHANGED/mu,
  );
  expect(code).toBe(1);
});

test('what cannot be used is refused in words, with code 2', async () => {
  const { stdout, stderr, code } = await tryIt('never', ['--port', '1']);
  expect(stderr).toBe('try: --port goes with --serve\n');
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('local keys are refused where AWS runs the program', async () => {
  const { stderr, code } = await tryIt('deployed', [], { AWS_LAMBDA_FUNCTION_NAME: 'f' });
  expect(stderr).toContain('a local key is refused where AWS_LAMBDA_FUNCTION_NAME is set');
  expect(code).toBe(2);
});

describe('with --bedrock', () => {
  let bedrock: LoopbackBedrockRuntime;
  beforeEach(async () => {
    bedrock = await LoopbackBedrockRuntime.start();
  });
  afterEach(() => bedrock.stop());
  const environment = () => ({
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  const args = ['--bedrock', '--model', 'amazon.nova-lite-v1:0', '--region', 'us-east-1'];

  test('the same requests go to Bedrock, with the guardrail and without an identifier', async () => {
    bedrock.behave = () => ({ say: 'The patient slept well.' });
    const { stdout, code } = await tryIt('bedrock', [...args, '--guardrail', 'gr1:3'], environment());
    expect(stdout).toContain('amazon.nova-lite-v1:0 answers, on Amazon Bedrock in us-east-1.');
    expect(bedrock.calls.map(({ operation, resource }) => [operation, resource])).toEqual([
      ['Converse', 'amazon.nova-lite-v1:0'],
      ['Converse', 'amazon.nova-lite-v1:0'],
      ['ConverseStream', 'amazon.nova-lite-v1:0'],
    ]);
    for (const { raw } of bedrock.calls) {
      expect(raw).toMatch(/"guardrailIdentifier":"gr1","guardrailVersion":"3"/u);
      expect(raw).not.toMatch(/Marlowe|Quillfeather|Isolde|Vantongeren|00451234|219-09-9999/u);
    }
    expect(stdout.match(/^held {4}/gmu)).toHaveLength(5);
    expect(code).toBe(0);
  });

  test('a model that refuses the call breaks the promise of an answer, and is named', async () => {
    bedrock.behave = () => ({ exception: 'AccessDeniedException', status: 403 });
    const { stdout, code } = await tryIt('denied', args, environment());
    expect(part(stdout, 1)).toContain(
      'refused 502 MODEL_REJECTED (model): The model service refused the call.',
    );
    expect(stdout).toMatch(
      /^BROKEN {2}each request ended as announced\n {8}request 1\n {8}request 2\n {8}request 5$/mu,
    );
    expect(code).toBe(1);
  });

  test('without credentials nothing is asked', async () => {
    const { stderr, code } = await tryIt('nobody', args, {
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SHARED_CREDENTIALS_FILE: path.join(work, 'none'),
      AWS_CONFIG_FILE: path.join(work, 'none'),
    });
    expect(stderr).toContain('--bedrock finds no AWS credentials');
    expect(bedrock.calls).toHaveLength(0);
    expect(code).toBe(2);
  });
});

/** `--serve` as a process, until it is told to end. */
async function served(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  use: (address: URL) => Promise<void>,
): Promise<Outcome> {
  const child = spawn(process.execPath, [program, '--serve', '--port', '0', ...args], {
    env: { ...process.env, ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  try {
    const address = await new Promise<URL>((resolve, reject) => {
      child.on('close', () => reject(new Error(stderr)));
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
        const [, found] = /^Page: (\S+)$/mu.exec(stdout) ?? [];
        if (found !== undefined) resolve(new URL(found));
      });
    });
    await use(address);
  } finally {
    child.kill('SIGTERM');
  }
  return { code: await ended, stdout, stderr };
}

async function asks(address: URL, text: string): Promise<{ readonly status: number; readonly body: string }> {
  const response = await fetch(new URL('/exchanges', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-try-key': address.hash.slice(1) },
    body: JSON.stringify({
      useCase: 'ward-handover',
      purpose: { of: 'treatment' },
      subject: 'subj-1',
      text,
      idempotencyKey: 'of-the-page-served',
    }),
  });
  return { status: response.status, body: await response.text() };
}

describe('npm run try -- --serve', () => {
  test('prints an address and no request, answers there, and signs its ledger when it is ended', async () => {
    const folder = path.join(work, 'served');
    const { code, stdout, stderr } = await served(['--folder', folder], {}, async (address) => {
      expect(address.hostname).toBe('127.0.0.1');
      const { status, body } = await asks(address, 'Marlowe Quillfeather slept well.');
      expect(status).toBe(200);
      expect(body).toContain('slept well');
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toMatch(/Marlowe|slept/u);
    const { stdout: words } = await hipaaAiCommand(
      'ledger',
      'verify',
      path.join(folder, 'ledger'),
      '--public-key',
      path.join(folder, 'ledger-key.pub'),
    );
    expect(words).toContain('1 records of 1 writers, 1 signed segments, 0 records in open ones');
    expect(words).toContain('nothing is wrong');
  });

  test('with --bedrock the page says where texts go, and Bedrock gets them without identifiers', async () => {
    const bedrock = await LoopbackBedrockRuntime.start();
    bedrock.behave = () => ({ say: 'Slept well.' });
    const env = {
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    };
    const args = ['--bedrock', '--model', 'amazon.nova-lite-v1:0', '--region', 'us-east-1'];
    await served([...args, '--folder', path.join(work, 'served-bedrock')], env, async (address) => {
      const page = await (await fetch(new URL('/', address))).text();
      expect(page).toContain('what is left after redaction goes to Amazon Bedrock in us-east-1.');
      expect(page).toContain('<option value="amazon.nova-lite-v1:0">amazon.nova-lite-v1:0</option>');
      expect(page).not.toContain('a model that leaks');
      expect((await asks(address, 'Marlowe Quillfeather slept well.')).body).toContain(
        '"text":"Slept well."',
      );
    });
    await bedrock.stop();
    expect(bedrock.calls).toHaveLength(1);
    expect(bedrock.calls[0]?.raw).not.toMatch(/Marlowe|Quillfeather/u);
  });
});
