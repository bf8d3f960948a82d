import { MAX_HEADER_BYTES, MAX_STREAMED_FRAME_BYTES } from '../../../lambda/envelope/limits';
import { CHUNK_SIZES, inChunks, noise, outcomeOf } from './chunks';
import { changed, flipped, layout, type Layout } from './layout';
import { ENGINES, localEnvelope } from './rooms';
import { BINDING } from './sealed';
import { cpuMsOf } from '../../support/cpu-time';

const FRAME = 1000;
/** All of a frame that is not the last. */
const REGULAR = 4 + 12 + FRAME + 16;
const PLAINTEXT = noise(3 * FRAME + 500);

describe.each(ENGINES)('engine %s', (_, engine) => {
  const envelope = localEnvelope({ engine, limits: { frameBytes: FRAME } });
  let message: Buffer;
  beforeAll(async () => {
    message = Buffer.from(await envelope.seal(PLAINTEXT, BINDING));
  });

  /** What was released of a message that is refused: whole frames from the start, and never the last. */
  const refused = async (
    bytes: Uint8Array,
    chunkBytes: number,
  ): Promise<{ frames: number; code: string }> => {
    const { released, code } = await outcomeOf(envelope.openStream(inChunks(bytes, chunkBytes), BINDING));
    expect(code).not.toBe('accepted');
    expect(released.length % FRAME).toBe(0);
    expect(released.length).toBeLessThanOrEqual(3 * FRAME);
    expect(released.equals(PLAINTEXT.subarray(0, released.length))).toBe(true);
    return { frames: released.length / FRAME, code };
  };
  /** Our engine releases a frame once it is verified; client-node buffers, and may release less. */
  const most = (frames: number, expected: number): void => {
    if (engine === 'native') expect(frames).toBe(expected);
    else expect(frames).toBeLessThanOrEqual(expected);
  };

  test('every single byte of a message matters, and nothing of its frame or after it is released', async () => {
    const small = localEnvelope({ engine, limits: { frameBytes: 8 } });
    const plaintext = noise(20);
    const three = Buffer.from(await small.seal(plaintext, BINDING));
    const { body } = layout(three);
    const regular = 4 + 12 + 8 + 16;
    for (let at = 0; at < three.length; at++) {
      const masks = engine === 'native' ? [1, 2, 4, 8, 16, 32, 64, 128] : [1 << (at % 8)];
      for (const mask of masks) {
        const { released, code } = await outcomeOf(small.openStream([flipped(three, at, mask)], BINDING));
        expect(code).not.toBe('accepted');
        const before = Math.max(0, Math.floor((at - body) / regular));
        expect(released.length).toBeLessThanOrEqual(8 * Math.min(before, 2));
        expect(released.equals(plaintext.subarray(0, released.length))).toBe(true);
      }
    }
  });

  describe.each(CHUNK_SIZES)('in chunks of %i bytes', (chunkBytes) => {
    test('a message that ends anywhere is TRUNCATED, and its last frame never released', async () => {
      const { body } = layout(message);
      const ends = [
        0,
        1,
        34,
        body - 1,
        body,
        body + 1,
        body + REGULAR - 1,
        body + REGULAR,
        body + REGULAR + 23,
      ].concat([body + 2 * REGULAR + 24, body + 3 * REGULAR, message.length - 17, message.length - 1]);
      for (const end of ends) {
        const { frames, code } = await refused(message.subarray(0, end), chunkBytes);
        expect(code).toBe('TRUNCATED');
        most(frames, Math.max(0, Math.floor((end - body) / REGULAR)));
      }
    });

    test('a message that goes on has TRAILING_BYTES, and its last frame is not released', async () => {
      for (const more of [Buffer.alloc(1), Buffer.alloc(2000), message]) {
        const { frames, code } = await refused(Buffer.concat([message, more]), chunkBytes);
        expect(code).toBe('TRAILING_BYTES');
        most(frames, 3);
      }
    });

    test.each<[string, readonly number[], number, string]>([
      ['in another order', [1, 0, 2, 3], 0, 'AUTH_FAILED'],
      ['with one left out', [0, 2, 3], 1, 'AUTH_FAILED'],
      ['with one twice', [0, 0, 1, 2, 3], 1, 'AUTH_FAILED'],
      ['without the last', [0, 1, 2], 3, 'TRUNCATED'],
      ['with the last alone', [3], 0, 'AUTH_FAILED'],
      ['with the last twice', [0, 1, 2, 3, 3], 3, 'TRAILING_BYTES'],
    ])('frames %s are refused where they leave the order', async (_, order, expected, code) => {
      const { body } = layout(message);
      const frame = (index: number): Buffer =>
        message.subarray(body + index * REGULAR, index === 3 ? undefined : body + (index + 1) * REGULAR);
      const { frames, code: seen } = await refused(
        Buffer.concat([message.subarray(0, body), ...order.map(frame)]),
        chunkBytes,
      );
      expect(seen).toBe(code);
      most(frames, expected);
    });

    test('a byte changed in the last frame or its tag is AUTH_FAILED after the frames before it', async () => {
      for (const fromEnd of [1, 16, 17, 300]) {
        const { frames, code } = await refused(flipped(message, message.length - fromEnd, 4), chunkBytes);
        expect(code).toBe('AUTH_FAILED');
        most(frames, 3);
      }
    });
  });

  test.each<[string, (copy: Buffer, at: Layout) => unknown, string]>([
    ['format version 1', (copy) => copy.writeUInt8(1, 0), 'UNSUPPORTED_SUITE'],
    ['the suite without commitment', (copy) => copy.writeUInt16BE(0x0178, 1), 'UNSUPPORTED_SUITE'],
    ['the signing suite', (copy) => copy.writeUInt16BE(0x0578, 1), 'UNSUPPORTED_SUITE'],
    [
      'one block without frames',
      (copy, { contentType }) => {
        copy.writeUInt8(1, contentType);
        copy.writeUInt32BE(0, contentType + 1);
      },
      'UNSUPPORTED_SUITE',
    ],
    ['no encrypted data key', (copy, { keys }) => copy.writeUInt16BE(0, keys), 'AUTH_FAILED'],
    ['65,535 encrypted data keys', (copy, { keys }) => copy.writeUInt16BE(0xffff, keys), 'TOO_LARGE'],
    [
      'frames of 2^32 - 1 bytes',
      (copy, { contentType }) => copy.writeUInt32BE(0xffff_ffff, contentType + 1),
      'TOO_LARGE',
    ],
    [
      'frames of one byte more than a stream holds',
      (copy, { contentType }) => copy.writeUInt32BE(MAX_STREAMED_FRAME_BYTES + 1, contentType + 1),
      'TOO_LARGE',
    ],
    [
      'another frame length',
      (copy, { contentType }) => copy.writeUInt32BE(FRAME + 1, contentType + 1),
      'AUTH_FAILED',
    ],
    [
      'another commitment',
      (copy, { commitment, tag }) => copy.fill(7, commitment, tag),
      'COMMITMENT_MISMATCH',
    ],
    ['a context of 65,535 bytes', (copy, { context }) => copy.writeUInt16BE(0xffff, context), 'TRUNCATED'],
  ])('%s', async (_, change, code) => {
    const { frames, code: seen } = await refused(
      changed(message, (copy) => change(copy, layout(message))),
      50,
    );
    expect({ frames, code: seen }).toEqual({ frames: 0, code });
  });

  test('a context of 65,535 bytes that comes byte by byte is refused in bounded time', async () => {
    const hostile = Buffer.concat([
      message.subarray(0, 35),
      Buffer.from([0xff, 0xff]),
      Buffer.alloc(0xffff),
      message.subarray(layout(message).keys),
    ]);
    const ms = await cpuMsOf(async () => expect((await refused(hostile, 1)).code).toBe('CONTEXT_MISMATCH'));
    expect(ms).toBeLessThan(5_000);
  });

  test('a header that does not end is TOO_LARGE before more than its limit is held', async () => {
    const wide = localEnvelope({ engine, limits: { encryptedDataKeys: 3 } });
    let given = 0;
    function* endless(): Generator<Uint8Array> {
      const start = changed(message, (copy) => copy.writeUInt16BE(3, layout(message).keys));
      yield start.subarray(0, layout(message).keys + 2);
      for (;;) {
        given += 1000;
        if (given > 10 * MAX_HEADER_BYTES) throw new Error('asked for without end');
        yield Buffer.alloc(1000, 0xff);
      }
    }
    expect((await outcomeOf(wide.openStream(endless(), BINDING))).code).toBe('TOO_LARGE');
    expect(given).toBeLessThan(3 * MAX_HEADER_BYTES);
  });

  test('frames that come as they are verified: each is released before the next has come', async () => {
    const seen: number[] = [];
    let given = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      for (const chunk of inChunks(message, 100)) {
        given += chunk.length;
        yield chunk;
      }
    }
    for await (const chunk of envelope.openStream(source(), BINDING)) if (chunk.length > 0) seen.push(given);
    if (engine === 'native') {
      expect(seen[0]).toBeLessThan(layout(message).body + REGULAR + 200);
    }
    // the last piece comes when all has been read
    expect(seen.at(-1)).toBe(message.length);
  });
});
