import { statSync } from 'node:fs';
import { EnvelopeCommand, PLACE } from '../../support/envelope-command';

jest.setTimeout(60_000);

const command = new EnvelopeCommand();
afterAll(() => command.dispose());

const NOTE = 'Seen today: Mrs. Ada Example.\n';
const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/6f1d2c3b-0000-4000-8000-000000000001';
command.write('note', NOTE);
command.run(['seal', 'note', ...command.options, '--output', 'sealed']);

describe('--key-file', () => {
  const { key } = command;
  test.each([
    ['as they are', key],
    ['in hexadecimal', key.toString('hex')],
    ['in capitals, with a line end', `${key.toString('hex').toUpperCase()}\n`],
    ['in base64, with a line end', `${key.toString('base64')}\r\n`],
  ])('takes 32 bytes %s', (_, content) => {
    command.write('form', content);
    expect(command.run(['open', 'sealed', ...PLACE, '--key-file', 'form']).stdout.toString()).toBe(NOTE);
  });

  test.each([
    ['31 bytes', key.subarray(1)],
    ['33 bytes', Buffer.concat([key, Buffer.from('x')])],
    ['nothing', ''],
    ['63 digits', key.toString('hex').slice(1)],
    ['base64 of 31 bytes', key.subarray(1).toString('base64')],
    ['a key and more', `${key.toString('hex')}\n${'0'.repeat(300)}`],
  ])('refuses %s, and says nothing of it', (_, content) => {
    command.write('form', content);
    expect(command.run(['open', 'sealed', ...PLACE, '--key-file', 'form'])).toEqual({
      code: 2,
      stdout: Buffer.alloc(0),
      stderr:
        'hipaa-ai: the key file form holds no key: it must have 32 random bytes, as they are, in hexadecimal or in base64\n',
    });
  });

  test.each(['0640', '0604', '0620', '0601'])('refuses a file that others may use: mode %s', (mode) => {
    const name = command.write(`mode-${mode}`, key, Number.parseInt(mode, 8));
    const { code, stderr } = command.run(['open', 'sealed', ...PLACE, '--key-file', name]);
    expect(stderr).toBe(`hipaa-ai: the key file ${name} is open to others (mode ${mode}); chmod 600 it\n`);
    expect(code).toBe(2);
  });

  test('takes a file that its owner may only read', () => {
    const name = command.write('read-only', key, 0o400);
    expect(command.run(['open', 'sealed', ...PLACE, '--key-file', name]).code).toBe(0);
  });

  test('is refused in a deployed environment', async () => {
    const env = { AWS_LAMBDA_FUNCTION_NAME: 'redaction' };
    const { code, stderr } = await command.finish(['open', 'sealed', ...command.options], env);
    expect(stderr).toMatch(/^hipaa-ai: a local key is refused where AWS_LAMBDA_FUNCTION_NAME is set/u);
    expect(code).toBe(2);
  });
});

describe('new-key', () => {
  test('makes a key that seals and opens, for its owner only', () => {
    const { code, stdout, stderr } = command.run(['new-key', 'fresh']);
    expect([code, stdout.toString()]).toEqual([0, '']);
    expect(stderr).toMatch(/^wrote fresh; keep a copy/u);
    expect(stderr).not.toContain(command.read('fresh').toString().trim());
    expect(statSync(command.at('fresh')).mode & 0o777).toBe(0o600);
    const options = [...PLACE, '--key-file', 'fresh'];
    const { stdout: message } = command.run(['seal', 'note', ...options]);
    expect(command.run(['open', '-', ...options], message).stdout.toString()).toBe(NOTE);
  });

  test('makes another one each time', () => {
    for (const name of ['one', 'two']) command.run(['new-key', name]);
    expect(command.read('one')).toHaveLength(65);
    expect(command.read('one').equals(command.read('two'))).toBe(false);
  });

  test('never replaces a file', () => {
    command.write('old-key', 'precious');
    const { code, stderr } = command.run(['new-key', 'old-key']);
    expect(stderr).toMatch(/a key is never replaced/u);
    expect(code).toBe(2);
    expect(command.read('old-key').toString()).toBe('precious');
  });
});

test.each([
  ['no action', [], /no action is given; give one of: seal, open, verify, inspect, new-key, create/u],
  ['an action nobody knows', ['encrypt'], /no action 'encrypt'; give one of: seal/u],
  ['an action of all objects', ['constructor'], /no action 'constructor'/u],
  ['no file', ['seal', ...command.options], /give one FILE, or - for standard input; 0 were given/u],
  ['two files', ['seal', 'note', 'note', ...command.options], /2 were given/u],
  [
    'no record',
    ['seal', 'note', '--tenant', 'a', '--purpose', 'b', '--key-file', 'key'],
    /give --tenant, --p/u,
  ],
  ['an empty record', ['seal', 'note', ...command.options, '--record', ''], /take 1 to 1024 bytes/u],
  [
    'a long record',
    ['seal', 'note', ...command.options, '--record', 'é'.repeat(513)],
    /take 1 to 1024 bytes/u,
  ],
  ['no key', ['seal', 'note', ...PLACE], /give either --key-file FILE or --kms-key ARN/u],
  ['two keys', ['seal', 'note', ...command.options, '--kms-key', KEY_ARN], /give either/u],
  ['a table for a file', ['seal', 'note', ...command.options, '--table', 't'], /go with --kms-key only/u],
  [
    'a table without store',
    ['seal', 'note', ...PLACE, '--kms-key', KEY_ARN, '--table', 't'],
    /and --key-store NAME/u,
  ],
  [
    'a full context with a table',
    ['seal', 'note', ...PLACE, '--kms-key', KEY_ARN, '--table', 't', '--key-store', 's', '--full-context'],
    /--full-context is for keys without a table/u,
  ],
  ['an alias', ['seal', 'note', ...PLACE, '--kms-key', 'alias/a'], /must be the ARN of a key/u],
  [
    'the ARN of an alias',
    ['seal', 'note', ...PLACE, '--kms-key', 'arn:aws:kms:us-east-1:111122223333:alias/a'],
    /must be the ARN of a key/u,
  ],
  [
    'a key file that is not there',
    ['seal', 'note', ...PLACE, '--key-file', 'gone'],
    /cannot read the key file gone: ENOENT/u,
  ],
  ['--force alone', ['seal', 'note', ...command.options, '--force'], /--force goes with --output/u],
  ['an option nobody knows', ['seal', 'note', '--aad', 'x'], /Unknown option '--aad'/u],
  ['signed messages to seal', ['seal', 'note', ...command.options, '--allow-signed'], /Unknown option/u],
  ['a format nobody knows', ['inspect', 'sealed', '--format', 'yaml'], /give one of: table, json/u],
  ['no tenant', ['status', '--kms-key', KEY_ARN, '--table', 't', '--key-store', 's'], /give one TENANT/u],
  [
    'no table',
    ['create', 'clinic-7', '--kms-key', KEY_ARN],
    /need --kms-key ARN, --table NAME and --key-store/u,
  ],
  ['no confirmation', ['shred', 'clinic-7', '--certificate', 'c'], /give --confirm TENANT/u],
  [
    'another confirmation',
    ['shred', 'clinic-7', '--confirm', 'clinic-8', '--certificate', 'c'],
    /give --confirm/u,
  ],
  ['no certificate', ['shred', 'clinic-7', '--confirm', 'clinic-7'], /give --certificate FILE/u],
])('%s is bad input, and says what to give', (_, args, expected) => {
  const { code, stdout, stderr } = command.run(args);
  expect(stderr).toMatch(expected);
  expect([code, stdout.toString()]).toEqual([2, '']);
});

test.each([[['--help']], [['seal', '--help']], [['shred', '-h']]])('%j prints the help', (args) => {
  const { code, stdout, stderr } = command.run(args);
  expect(stdout.toString()).toMatch(/^usage: hipaa-ai envelope seal\|open\|verify FILE BINDING KEY/u);
  expect([code, stderr]).toEqual([0, '']);
});
