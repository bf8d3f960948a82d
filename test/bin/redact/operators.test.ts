import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run as program, type Outcome } from '../../support/cdk-cli';
import { commandHere } from '../../support/command-here';

const CLI = path.resolve(__dirname, '../../../dist/bin/hipaa-ai.js');
const folder = mkdtempSync(path.join(tmpdir(), 'redact-operators-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};
const secret = file('secret', new Uint8Array(32).fill(11));
const fakes = ['--operator', 'surrogate', '--secret-file', secret];
const limited = ['--profile', 'limited-data-set', '--data-use-agreement', 'DUA-7'];
const NOTE = 'Dr. Ana Rivera, MRN 445566, on 3/4/2024 and 3/9/2024.\n';

const run = (args: readonly string[], input: string | Uint8Array = NOTE): Promise<Outcome> =>
  commandHere(['redact', ...args], input);
/** In a process of its own, which knows nothing of the runs before. */
const runApart = (args: readonly string[], stdin = NOTE): Promise<Outcome> =>
  program(CLI, ['redact', ...args], { stdin });

const rowsOf = ({ stdout }: Outcome): { text: string; spans: unknown[] }[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row) as { text: string; spans: unknown[] });
const intervalOf = (text: string): number => {
  const [first = '', second = ''] = text.match(/\d{1,2}\/\d{1,2}\/\d{4}/g) ?? [];
  return Math.round((Date.parse(second) - Date.parse(first)) / 86_400_000);
};

describe('--profile', () => {
  test.each([
    [[], '[NAME], MRN [MRN], on [DATE] and [DATE].\n'],
    [['--profile', 'safe-harbor'], '[NAME], MRN [MRN], on [DATE] and [DATE].\n'],
    [['--profile', 'strict'], '[NAME], MRN [MRN], on [DATE] and [DATE].\n'],
    [limited, '[NAME], MRN [MRN], on 3/4/2024 and 3/9/2024.\n'],
    [[...limited, '--remove', 'DATE'], '[NAME], MRN [MRN], on [DATE] and [DATE].\n'],
    [['--profile', 'custom', '--keep', 'DATE,MRN'], '[NAME], MRN 445566, on 3/4/2024 and 3/9/2024.\n'],
    [['--keep', 'DATE', '--keep', 'MRN'], '[NAME], MRN 445566, on 3/4/2024 and 3/9/2024.\n'],
    [['--keep', 'DATE', '--remove', 'DATE'], '[NAME], MRN [MRN], on [DATE] and [DATE].\n'],
  ])('%j gives %j', async (args, expected) => {
    expect(await run(args)).toEqual({ code: 0, stdout: expected, stderr: '' });
  });

  test.each([
    [[...limited, '--report'], /^profile limited-data-set, data use agreement DUA-7\nNAME/],
    [['--keep', 'DATE', '--report'], /^profile custom\nNAME/],
  ])('%j is told in the report', async (args, expected) => {
    expect((await run(args)).stderr).toMatch(expected);
  });
});

describe('--operator', () => {
  test('remove leaves nothing', async () => {
    expect((await run(['--operator', 'remove'])).stdout).toBe(', MRN , on  and .\n');
  });

  test('one for a category, one for the rest', async () => {
    expect((await run(['--operator', 'remove', '--operator', 'NAME=label'])).stdout).toBe(
      '[NAME], MRN , on  and .\n',
    );
  });

  test('surrogate writes fakes, and keeps the interval of dates', async () => {
    const { code, stdout } = await run(fakes);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Dr\. [A-Z][a-z]+ [A-Z][a-z]+, MRN \d{6}, on [\d/]+ and [\d/]+\.\n$/);
    expect(stdout).not.toMatch(/Ana|Rivera|445566|3\/4\/2024|3\/9\/2024/);
    expect(intervalOf(stdout)).toBe(5);
  });

  test('surrogate takes each document for another person', async () => {
    const [one, two] = [file('1.txt', NOTE), file('2.txt', NOTE)];
    const [first, second] = (await run([...fakes, one, two])).stdout.split('\n');
    expect(first).not.toBe(second);
  });

  test('surrogate with --subject takes all for one person, in every run', async () => {
    const args = [...fakes, '--subject', 'p-1'];
    const [first, second] = (await run([...args, file('1.txt', NOTE), file('2.txt', NOTE)])).stdout.split(
      '\n',
    );
    expect(first).toBe(second);
    expect((await runApart(args)).stdout).toBe(`${first}\n`);
    expect((await run([...fakes, '--subject', 'p-2'])).stdout).not.toBe(`${first}\n`);
  });
});

describe('--jsonl', () => {
  const rows = (...given: readonly Readonly<Record<string, unknown>>[]): string =>
    given.map((row) => `${JSON.stringify({ text: NOTE, ...row })}\n`).join('');

  test.each(['label', 'remove', 'surrogate'])(
    'with %s the spans are those of the text given',
    async (operator) => {
      const args = operator === 'surrogate' ? fakes : ['--operator', operator];
      const [row] = rowsOf(await run(['--jsonl', ...args], rows({ id: 1 })));
      expect(row?.spans).toEqual(rowsOf(await run(['--jsonl'], rows({ id: 1 })))[0]?.spans);
      expect(row?.spans).toHaveLength(4);
    },
  );

  test('rows of one subject have the same fakes, others have others', async () => {
    const given = rows(
      { id: 1, subject: 'a' },
      { id: 2, subject: 'b' },
      { id: 3, subject: 'a' },
      { id: 4 },
      { id: 5 },
    );
    const texts = rowsOf(await run(['--jsonl', ...fakes], given)).map(({ text }) => text);
    expect(texts[2]).toBe(texts[0]);
    expect(new Set(texts).size).toBe(4);
  });

  test('a row without a subject is of its id, in every run', async () => {
    const once = () => runApart(['--jsonl', ...fakes], rows({ id: 4 }));
    expect(await once()).toEqual(await once());
  });

  test.each([
    [{ a: 'Rivera' }, 'not a string or a number'],
    ['', 'empty'],
    [null, 'not a string or a number'],
  ])('a row whose subject is %j is a bad row', async (subject, complaint) => {
    const { code, stdout, stderr } = await run(['--jsonl', ...fakes], rows({ id: 1, subject }, { id: 2 }));
    expect(code).toBe(2);
    expect(stdout).toMatch(/^\{"id":2,/);
    expect(stderr).toContain(`standard input, line 1: "subject" is ${complaint}\n`);
    expect(stderr).not.toContain('Rivera');
  });
});

test.each<[readonly string[], RegExp]>([
  [
    ['--profile', 'hipaa'],
    /--profile is 'hipaa'; give one of: safe-harbor, limited-data-set, strict, custom/,
  ],
  [['--profile', 'limited-data-set'], /needs --data-use-agreement ID \(45 CFR 164\.514\(e\)\(4\)\)/],
  [['--data-use-agreement', 'DUA-7'], /safe-harbor takes no data use agreement/],
  [['--profile', 'limited-data-set', '--data-use-agreement', ''], /1 to 128 printable/],
  [['--profile', 'custom'], /--profile custom needs --keep/],
  [['--keep', 'DATES'], /--keep is 'DATES'; give one of: NAME/],
  [['--operator', 'hash'], /--operator is 'hash'; give one of: remove, label, surrogate, token/],
  [['--operator', 'DATES=label'], /--operator is 'DATES'; give one of: default, NAME/],
  [['--operator', 'token'], /tokens need --token-map FILE, --tenant ID and --record ID/],
  [['--operator', 'NAME=token', '--token-map', 'm'], /tokens need --token-map FILE, --tenant/],
  [['--token-map', 'm'], /--token-map goes with --operator token only/],
  [['--operator', 'label', '--key-file', 'k'], /--key-file goes with --operator token only/],
  [['--operator', 'surrogate'], /needs --secret-file FILE; make one: openssl rand -out FILE 32/],
  [['--secret-file', secret], /go with --operator surrogate only/],
  [['--subject', 'p'], /go with --operator surrogate only/],
  [[...fakes, '--subject', ''], /--subject is empty/],
  [['--operator', 'surrogate', '--secret-file', path.join(folder, 'none')], /cannot read the secret file/],
  [['--operator', 'surrogate', '--secret-file', folder], /cannot read the secret file/],
])('%j is refused before anything is read', async (args, message) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

test.each([
  [31, 2],
  [32, 0],
  [4096, 0],
  [4097, 2],
])('a secret file of %i bytes ends with exit code %i', async (size, code) => {
  const given = file(`secret-${size}`, new Uint8Array(size).fill(1));
  expect((await run(['--operator', 'surrogate', '--secret-file', given])).code).toBe(code);
});
