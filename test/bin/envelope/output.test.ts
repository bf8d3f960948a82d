import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, linkSync, mkdirSync, openSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { CLI, EnvelopeCommand } from '../../support/envelope-command';

jest.setTimeout(120_000);

const command = new EnvelopeCommand();
afterAll(() => command.dispose());

const NOTE = 'Seen today: Mrs. Ada Example.\n';
const MEGABYTE = 1_000_000;
command.write('note', NOTE);
command.run(['seal', 'note', ...command.options, '--output', 'sealed']);
const seal = (...args: readonly string[]) => command.run(['seal', ...args, ...command.options]);

test('a file is for its owner only', () => {
  expect(statSync(command.at('sealed')).mode & 0o777).toBe(0o600);
});

test('a file that is there is kept, and replaced with --force', () => {
  command.write('taken', 'before');
  expect(seal('note', '--output', 'taken')).toMatchObject({
    code: 2,
    stderr: 'hipaa-ai: taken is there already; --force replaces it\n',
  });
  expect(command.read('taken').toString()).toBe('before');
  expect(seal('note', '--output', 'taken', '--force').code).toBe(0);
  expect(command.run(['open', 'taken', ...command.options]).stdout.toString()).toBe(NOTE);
});

test('what was there stays when the message that was to replace it is refused', () => {
  command.write('kept', 'before');
  const record = ['--record', 'r-2'];
  expect(
    command.run(['open', 'sealed', ...command.options, ...record, '--output', 'kept', '--force']).code,
  ).toBe(1);
  expect(command.read('kept').toString()).toBe('before');
});

test.each([
  ['its own name', 'note', /--output is the input/u],
  ['another name of it', 'hard-link', /--output is the input/u],
  ['a link to it', 'soft-link', /--output is the input/u],
  ['a link to somewhere else', 'astray', /astray is no regular file/u],
  ['a folder', 'folder', /folder is no regular file/u],
  ['a device', '/dev/full', /\/dev\/full is no regular file/u],
])('the output is not %s, with --force neither', (_, output, expected) => {
  if (output === 'hard-link') linkSync(command.at('note'), command.at(output));
  if (output === 'soft-link') symlinkSync('note', command.at(output));
  if (output === 'astray') symlinkSync('/gone/astray', command.at(output));
  if (output === 'folder') mkdirSync(command.at(output));
  const { code, stderr } = seal('note', '--output', output, '--force');
  expect(stderr).toMatch(expected);
  expect(code).toBe(2);
  expect(command.read('note').toString()).toBe(NOTE);
});

test('of two that write to one output at once one wins, whole, and the other is told', async () => {
  command.write('large', Buffer.alloc(20 * MEGABYTE));
  const args = ['seal', 'large', ...command.options, '--output', 'race'];
  const both = await Promise.all([command.finish(args), command.finish(args)]);
  expect(new Set(both.map(({ code }) => code))).toEqual(new Set([0, 2]));
  expect(both.map(({ stderr }) => stderr).join('')).toMatch(
    /^hipaa-ai: (?:cannot write race: somebody else has written it meanwhile|race is there already; --force replaces it)\n$/u,
  );
  expect(command.run(['verify', 'race', ...command.options]).code).toBe(0);
  expect(command.names().filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a disk without room for all of it leaves nothing, and exits 2', () => {
  const args = [process.execPath, CLI, 'envelope', 'seal', 'large', ...command.options, '--output', 'full'];
  // the least limit of `ulimit` stands for the end of the disk
  const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -f 8; exec "$@"', 'sh', ...args], {
    cwd: command.folder,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([2, 'hipaa-ai: cannot write full: EFBIG\n']);
  expect(command.names().filter((name) => name.includes('full'))).toEqual([]);
});

test.each([
  ['seal', 'note'],
  ['open', 'sealed'],
])('%s to a standard output without room exits 2', async (action, file) => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [CLI, 'envelope', action, file, ...command.options], {
    cwd: command.folder,
    stdio: ['ignore', full, 'pipe'],
  });
  const errors: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  closeSync(full);
  expect(Buffer.concat(errors).toString()).toBe('hipaa-ai: cannot write standard output: ENOSPC\n');
  expect(code).toBe(2);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s leaves nothing of an output', async (signal) => {
  const child = command.start(['seal', '-', ...command.options, '--output', 'interrupted']);
  child.stdin.write(Buffer.alloc(MEGABYTE));
  const isBegun = (): boolean => command.names().some((name) => name.startsWith('.interrupted.'));
  while (!isBegun()) await after(20);
  const ended = once(child, 'close');
  child.kill(signal);
  // ended by the signal, as whoever started it can see
  expect(await ended).toEqual([null, signal]);
  expect(command.names().filter((name) => name.includes('interrupted'))).toEqual([]);
});

test.each([
  ['a file that is not there', 'gone', 'cannot read gone: ENOENT'],
  ['a folder', '.', 'cannot read .: EISDIR'],
])('the input is not %s', (_, input, expected) => {
  for (const action of ['seal', 'open', 'verify']) {
    expect(command.run([action, input, ...command.options])).toEqual({
      code: 2,
      stdout: Buffer.alloc(0),
      stderr: `hipaa-ai: ${expected}\n`,
    });
  }
  expect(command.run(['inspect', input])).toMatchObject({ code: 2, stderr: `hipaa-ai: ${expected}\n` });
});

test('a message of more than 64 MiB opens to a file only, and nothing of it goes to standard output', () => {
  command.write('most', '');
  truncateSync(command.at('most'), 64 * 1024 * 1024);
  expect(seal('most', '--output', 'most.message').code).toBe(0);
  expect(command.run(['open', 'most.message', ...command.options])).toEqual({
    code: 2,
    stdout: Buffer.alloc(0),
    stderr:
      'hipaa-ai: the message has more than 64 MiB; standard output takes nothing back when the end is not authentic: give --output FILE\n',
  });
  expect(command.run(['open', 'most.message', ...command.options, '--output', 'most.opened']).code).toBe(0);
  expect(statSync(command.at('most.opened')).size).toBe(64 * 1024 * 1024);
});

test('300 MB pass through memory for a few frames', () => {
  command.write('huge', '');
  truncateSync(command.at('huge'), 300 * MEGABYTE);
  command.write(
    'peak.js',
    "process.on('exit', () => process.stderr.write(`${process.resourceUsage().maxRSS}`))",
  );
  const peakOf = (...args: readonly string[]): number => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', './peak.js', CLI, 'envelope', ...args, ...command.options],
      { cwd: command.folder, encoding: 'utf8' },
    );
    expect(status).toBe(0);
    return Number(stderr);
  };
  const small = peakOf('seal', 'note', '--output', 'small');
  const MOST_KILOBYTES = small + 100_000;
  expect(peakOf('seal', 'huge', '--output', 'huge.message')).toBeLessThan(MOST_KILOBYTES);
  expect(peakOf('open', 'huge.message', '--output', 'huge.opened')).toBeLessThan(MOST_KILOBYTES);
});

test('a program that ends before its work is done does not exit 0', () => {
  command.write(
    'stuck.js',
    "require('node:fs').createWriteStream = () => new (require('node:stream').Writable)({ write() {} });",
  );
  const args = [CLI, 'envelope', 'seal', 'note', ...command.options, '--output', 'stuck'];
  const { status } = spawnSync(process.execPath, ['--require', './stuck.js', ...args], {
    cwd: command.folder,
  });
  expect(status).toBe(3);
  expect(command.names()).not.toContain('stuck');
});
