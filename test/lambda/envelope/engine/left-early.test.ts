import { setTimeout as wait } from 'node:timers/promises';
import type { Envelope } from '../../../../lambda/envelope/envelope';
import type { KeyUse } from '../../../../lambda/envelope/key-use';
import { collect, inChunks, noise, outcomeOf } from '../chunks';
import { ENGINES, localEnvelope } from '../rooms';
import { BINDING, refusal } from '../sealed';

const FRAME = 1000;
/** More than client-node reads ahead. */
const LONG = 400 * FRAME;

/** A source that says whether it was told that nothing more is read. */
function watched(
  bytes: Uint8Array,
  size: number,
): { readonly source: AsyncGenerator<Uint8Array>; readonly state: { closed: boolean; given: number } } {
  const state = { closed: false, given: 0 };
  async function* give(): AsyncGenerator<Uint8Array> {
    try {
      for (const chunk of inChunks(bytes, size)) {
        state.given += chunk.length;
        yield chunk;
      }
    } finally {
      state.closed = true;
    }
  }
  return { source: give(), state };
}

async function* failing(bytes: Uint8Array, error: Error): AsyncGenerator<Uint8Array> {
  yield* inChunks(bytes, 300);
  throw error;
}

/** Streams of client-node come to rest some turns later. */
const rest = (): Promise<void> => wait(20);

describe.each(ENGINES)('engine %s', (_, engine) => {
  const setUp = (): { envelope: Envelope; uses: KeyUse[] } => {
    const uses: KeyUse[] = [];
    const envelope = localEnvelope({
      engine,
      limits: { frameBytes: FRAME },
      audit: (use) => void uses.push(use),
    });
    return { envelope, uses };
  };
  const sealed = (size: number): Promise<Uint8Array> => setUp().envelope.seal(noise(size), BINDING);

  test.each([1, 2, 5])(
    'a reader that leaves after %i chunks closes the source, and the use is ABANDONED',
    async (count) => {
      const message = await sealed(LONG);
      const { envelope, uses } = setUp();
      for (const operation of ['sealStream', 'openStream'] as const) {
        const { source, state } = watched(operation === 'sealStream' ? noise(LONG) : message, 770);
        uses.length = 0;
        let seen = 0;
        for await (const _chunk of envelope[operation](source, BINDING)) if (++seen === count) break;
        await rest();
        // a source that was not begun is left as it is
        expect(state.closed).toBe(state.given > 0);
        expect(state.given).toBeLessThan(LONG / 2);
        expect(uses.map(({ outcome }) => outcome)).toEqual(['STARTED', 'ABANDONED']);
      }
    },
  );

  test('the error of a source comes through, and what was sealed till then is TRUNCATED', async () => {
    const { envelope, uses } = setUp();
    const own = new Error('the source is gone');
    const released: Uint8Array[] = [];
    const act = async (): Promise<void> => {
      for await (const chunk of envelope.sealStream(failing(noise(5 * FRAME), own), BINDING))
        released.push(chunk);
    };
    await expect(act()).rejects.toBe(own);
    await rest();
    expect(released.length).toBeGreaterThan(0);
    expect(uses.map(({ outcome }) => outcome)).toEqual(['STARTED', 'ABANDONED']);
    const { envelope: reader } = setUp();
    expect(await refusal(reader.open(Buffer.concat(released), BINDING))).toBe('TRUNCATED');
  });

  test('the error of a source that is opened comes through after whole frames', async () => {
    const message = await sealed(5 * FRAME);
    const { envelope, uses } = setUp();
    const own = new Error('the source is gone');
    const released: Uint8Array[] = [];
    const act = async (): Promise<void> => {
      const source = failing(message.subarray(0, -2 * FRAME), own);
      for await (const chunk of envelope.openStream(source, BINDING)) released.push(chunk);
    };
    await expect(act()).rejects.toBe(own);
    await rest();
    const plaintext = Buffer.concat(released);
    expect(plaintext.length % FRAME).toBe(0);
    expect(plaintext.equals(noise(5 * FRAME).subarray(0, plaintext.length))).toBe(true);
    expect(uses.map(({ outcome }) => outcome)).toEqual(['STARTED', 'ABANDONED']);
  });

  test.each<[string, (bytes: Uint8Array) => Iterable<Uint8Array> | AsyncIterable<Uint8Array>]>([
    ['one huge chunk', (bytes) => [bytes]],
    ['single bytes', (bytes) => inChunks(bytes, 1)],
    [
      'empty chunks among others',
      (bytes) => [...inChunks(bytes, 33)].flatMap((chunk) => [Buffer.alloc(0), chunk]),
    ],
    [
      'large and small chunks in turn',
      (bytes) => [bytes.subarray(0, 1), bytes.subarray(1, 5001), bytes.subarray(5001)],
    ],
    [
      'views into one memory',
      (bytes) => inChunks(Buffer.concat([Buffer.from('x'), bytes, Buffer.from('y')]).subarray(1, -1), 64),
    ],
  ])('%s', async (_, chunked) => {
    const plaintext = noise(6_000);
    const { envelope } = setUp();
    const message = await collect(envelope.sealStream(chunked(plaintext), BINDING));
    expect(Buffer.compare(await envelope.open(message, BINDING), plaintext)).toBe(0);
    expect((await collect(envelope.openStream(chunked(message), BINDING))).equals(plaintext)).toBe(true);
  });

  test('no chunk at all is an empty plaintext to seal and TRUNCATED to open', async () => {
    const { envelope } = setUp();
    const message = await collect(envelope.sealStream([], BINDING));
    expect((await envelope.open(message, BINDING)).length).toBe(0);
    expect((await outcomeOf(envelope.openStream([], BINDING))).code).toBe('TRUNCATED');
  });

  test('a stream nobody reads does nothing', async () => {
    const { envelope, uses } = setUp();
    const { source, state } = watched(noise(10), 5);
    envelope.sealStream(source, BINDING);
    await rest();
    expect({ uses, state }).toEqual({ uses: [], state: { closed: false, given: 0 } });
  });
});
