import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { redact } from '../../../bin/verbs/redact';
import { LEAST_BYTES_FOR_BAR, Progress } from '../../../bin/verbs/redact/progress';
import type { Io } from '../../../bin/verbs/verb';

class Sink extends Writable {
  written = '';

  constructor(readonly isTTY: boolean) {
    super();
  }

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.written += chunk.toString('utf8');
    done();
  }
}

const terminal = ({ stderr = true, stdout = false } = {}) =>
  ({
    stdin: Readable.from([]),
    stdout: new Sink(stdout),
    stderr: new Sink(stderr),
  }) satisfies Io;

/** What the terminal shows in the end: a line is written over from its start. */
const screen = (written: string): string => written.replaceAll('\u001b[2K', '\r').split('\r').at(-1) ?? '';

test('draws how much is done', () => {
  const io = terminal();
  const progress = new Progress(io, [8_000_000, 2_000_000]);
  progress.add(5_000_000);
  expect(screen(io.stderr.written)).toBe('[###############...............]  50 %  5 of 10 MB');
  progress.add(5_000_000);
  expect(screen(io.stderr.written)).toBe(`[${'#'.repeat(30)}] 100 %  10 of 10 MB`);
});

test('draws a percentage once, however often it is told', () => {
  const io = terminal();
  const progress = new Progress(io, [10_000_000]);
  for (let at = 0; at < 100_000; at++) progress.add(100);
  expect(io.stderr.written.split('\r').length - 1).toBe(101);
});

test('never passes 100 percent when a file grows', () => {
  const io = terminal();
  const progress = new Progress(io, [LEAST_BYTES_FOR_BAR]);
  progress.add(2 * LEAST_BYTES_FOR_BAR);
  expect(screen(io.stderr.written)).toContain('100 %  4 of 4 MB');
});

test('is taken away for words, and drawn again after them', () => {
  const io = terminal();
  const progress = new Progress(io, [10_000_000]);
  progress.add(1_000_000);
  progress.clear();
  expect(screen(io.stderr.written)).toBe('');
  progress.add(0);
  expect(screen(io.stderr.written)).toContain('10 %');
});

test.each([
  ['standard error is no terminal', { stderr: false }, [10_000_000]],
  ['the text itself goes to the terminal', { stdout: true }, [10_000_000]],
  ['the input is small', {}, [LEAST_BYTES_FOR_BAR - 1]],
  ['an input has no known end', {}, [10_000_000, undefined]],
])('draws nothing when %s', (_, ends, sizes) => {
  const io = terminal(ends);
  const progress = new Progress(io, sizes);
  progress.add(5_000_000);
  progress.clear();
  expect(io.stderr.written).toBe('');
});

describe('hipaa-ai redact', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'redact-progress-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  // most of each row is a key that is dropped: the bar counts bytes read
  const row = `${JSON.stringify({ id: 1, text: 'BP 120/80.', more: '.'.repeat(10_000) })}\n`;
  const large = path.join(folder, 'large.jsonl');
  writeFileSync(large, `not a row\n${row.repeat(Math.ceil(LEAST_BYTES_FOR_BAR / row.length))}`);

  test('shows a bar for a large file, keeps words whole and leaves none of it behind', async () => {
    const io = terminal();
    expect(await redact(['--jsonl', large], io)).toBe(2);
    expect(io.stderr.written).toContain(`hipaa-ai: ${large}, line 1: not JSON\n`);
    expect(io.stderr.written).toContain(' 50 %  ');
    expect(io.stderr.written).toContain('100 %  ');
    expect(screen(io.stderr.written)).toBe('');
  });

  test('shows none to a file or a pipe', async () => {
    const io = terminal({ stderr: false });
    await redact(['--jsonl', large], io);
    expect(io.stderr.written).toBe(`hipaa-ai: ${large}, line 1: not JSON\n`);
  });
});
