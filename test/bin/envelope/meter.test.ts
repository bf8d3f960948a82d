import { Writable } from 'node:stream';
import { Meter } from '../../../bin/verbs/envelope/meter';

class Terminal extends Writable {
  written = '';

  constructor(readonly isTTY: boolean) {
    super();
  }

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.written += chunk.toString('utf8');
    done();
  }

  /** What it shows in the end: a line is written over from its start. */
  get screen(): string {
    return this.written.replaceAll('\u001b[2K', '').split('\r').at(-1) ?? '';
  }
}

const MEGABYTE = 1_000_000;

/** Ten megabytes, and a clock that says a second more for each of them. */
async function* tenMegabytes(clock: { now: number }): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < 10; at++) {
    clock.now += 1000;
    yield new Uint8Array(MEGABYTE);
  }
}

async function screens(terminal: Terminal, total: number | undefined, until = 10): Promise<string[]> {
  const clock = { now: 0 };
  const meter = new Meter({ stderr: terminal }, { total, now: () => clock.now });
  const shown: string[] = [];
  for await (const chunk of meter.counted(tenMegabytes(clock))) {
    expect(chunk).toHaveLength(MEGABYTE);
    shown.push(terminal.screen);
    if (shown.length === until) break;
  }
  return [...shown, terminal.screen];
}

test('draws how much is done, and the rate', async () => {
  const shown = await screens(new Terminal(true), 10 * MEGABYTE);
  expect(shown[4]).toBe('[###############...............]  50 %  5 of 10 MB  1 MB/s');
  expect(shown[9]).toBe(`[${'#'.repeat(30)}] 100 %  10 of 10 MB  1 MB/s`);
});

test('draws no share of what has no known end', async () => {
  expect((await screens(new Terminal(true), undefined))[4]).toBe('5 MB  1 MB/s');
});

test('never passes 100 percent when a file grows', async () => {
  expect((await screens(new Terminal(true), 5 * MEGABYTE))[9]).toContain('100 %  10 of 5 MB');
});

test.each([10, 3])('is taken away at the end, be it after %d pieces', async (until) => {
  expect((await screens(new Terminal(true), 10 * MEGABYTE, until)).at(-1)).toBe('');
});

test('draws nothing into a file or a pipe', async () => {
  const pipe = new Terminal(false);
  await screens(pipe, 10 * MEGABYTE);
  expect(pipe.written).toBe('');
});

test('draws nothing of what is done at once', async () => {
  const terminal = new Terminal(true);
  const meter = new Meter({ stderr: terminal }, { total: MEGABYTE, now: () => 0 });
  for await (const _ of meter.counted(tenMegabytes({ now: 0 }))) expect(terminal.written).toBe('');
  expect(terminal.written).toBe('');
});
