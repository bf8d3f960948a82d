import * as fc from 'fast-check';
import { FRAME_BYTES, MAX_PLAINTEXT_BYTES } from '../../../lambda/envelope/limits';
import { noise } from './chunks';
import { changed, flipped, layout, MESSAGE_ID_AT, SUITE_AT, type Layout } from './layout';
import { ENGINES, localEnvelope } from './rooms';
import { BINDING, refusal, room } from './sealed';

const NOTE = Buffer.from('note');
/** Of the test's messages with more than one frame. */
const FRAME = 10;
/** All of a frame that is not the last. */
const REGULAR = 4 + 12 + FRAME + 16;

describe.each(ENGINES)('engine %s', (_, engine) => {
  const envelope = localEnvelope({ engine, limits: { frameBytes: FRAME } });
  const open = (message: Uint8Array): Promise<string> => refusal(envelope.open(message, BINDING));
  const sealed = async (size: number): Promise<Buffer> =>
    Buffer.from(await envelope.seal(noise(size), BINDING));

  test('every single byte of a message of three frames matters, and in our codec every bit', async () => {
    const message = await sealed(25);
    const accepted: number[] = [];
    for (let at = 0; at < message.length; at++) {
      const masks = engine === 'native' ? [1, 2, 4, 8, 16, 32, 64, 128] : [1 << (at % 8)];
      for (const mask of masks)
        if ((await open(flipped(message, at, mask))) === 'accepted') accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });

  test('every beginning of a message is TRUNCATED, and every longer one has TRAILING_BYTES', async () => {
    const message = await sealed(25);
    for (let length = 0; length < message.length; length++)
      expect(await open(message.subarray(0, length))).toBe('TRUNCATED');
    expect(await open(message)).toBe('accepted');
    for (const more of [Buffer.alloc(1), Buffer.alloc(300), message.subarray(-43), message])
      expect(await open(Buffer.concat([message, more]))).toBe('TRAILING_BYTES');
  });

  test('frames in another order, one left out, one twice, the last one missing or twice', async () => {
    const message = await sealed(25);
    const { body } = layout(message);
    const header = message.subarray(0, body);
    const one = message.subarray(body, body + REGULAR);
    const two = message.subarray(body + REGULAR, body + 2 * REGULAR);
    const last = message.subarray(body + 2 * REGULAR);
    const of = (...parts: readonly Buffer[]): Buffer => Buffer.concat([header, ...parts]);
    expect(await open(of(one, two, last))).toBe('accepted');
    expect(await open(of(two, one, last))).toBe('AUTH_FAILED');
    expect(await open(of(one, last))).toBe('AUTH_FAILED');
    expect(await open(of(one, one, two, last))).toBe('AUTH_FAILED');
    expect(await open(of(one, two))).toBe('TRUNCATED');
    expect(await open(of(last))).toBe('AUTH_FAILED');
    expect(await open(of(one, two, last, last))).toBe('TRAILING_BYTES');
    // numbered anew: the number is authenticated with each frame
    const exchanged = of(two, one, last);
    exchanged.writeUInt32BE(1, body);
    exchanged.writeUInt32BE(2, body + REGULAR);
    expect(await open(exchanged)).toBe('AUTH_FAILED');
    const earlier = of(one, last);
    earlier.writeUInt32BE(2, body + REGULAR + 4);
    expect(await open(earlier)).toBe('AUTH_FAILED');
  });

  test('a frame that is not the last does not pass for it, nor the other way round', async () => {
    const message = await sealed(2 * FRAME);
    const { body } = layout(message);
    const first = message.subarray(body, body + REGULAR);
    const asLast = Buffer.concat([
      message.subarray(0, body),
      Buffer.from('ffffffff', 'hex'),
      first.subarray(0, 16),
      Buffer.from([0, 0, 0, FRAME]),
      first.subarray(16),
    ]);
    expect(await open(asLast)).toBe('AUTH_FAILED');
    const single = await sealed(FRAME);
    const start = layout(single).body;
    const asFirst = Buffer.concat([
      single.subarray(0, start),
      single.subarray(start + 4, start + 20),
      single.subarray(start + 24),
      message.subarray(body + REGULAR),
    ]);
    expect(await open(asFirst)).toBe('AUTH_FAILED');
  });

  test('frames of another message of the same binding are refused', async () => {
    const [one, other] = [await sealed(4), await sealed(4)];
    const { body } = layout(one);
    expect(await open(Buffer.concat([one.subarray(0, body), other.subarray(body)]))).toBe('AUTH_FAILED');
  });

  test.each<[string, (copy: Buffer, at: Layout) => unknown, string]>([
    ['format version 1', (copy) => copy.writeUInt8(1, 0), 'UNSUPPORTED_SUITE'],
    ['format version 3', (copy) => copy.writeUInt8(3, 0), 'UNSUPPORTED_SUITE'],
    ['unframed content', (copy, { contentType }) => copy.writeUInt8(1, contentType), 'AUTH_FAILED'],
    [
      'a content type nobody knows',
      (copy, { contentType }) => copy.writeUInt8(3, contentType),
      'UNSUPPORTED_SUITE',
    ],
    [
      'another message id',
      (copy, { context }) => copy.fill(7, MESSAGE_ID_AT, context),
      'COMMITMENT_MISMATCH',
    ],
    [
      'a context that ends after the message',
      (copy, { context }) => copy.writeUInt16BE(0xffff, context),
      'TRUNCATED',
    ],
    ['no encrypted data key', (copy, { keys }) => copy.writeUInt16BE(0, keys), 'AUTH_FAILED'],
    ['two encrypted data keys', (copy, { keys }) => copy.writeUInt16BE(2, keys), 'TOO_LARGE'],
    ['65,535 encrypted data keys', (copy, { keys }) => copy.writeUInt16BE(0xffff, keys), 'TOO_LARGE'],
    ['a provider unknown here', (copy, { provider }) => copy.write('x', provider), 'NO_KEY'],
    ['a provider that is not UTF-8', (copy, { provider }) => copy.writeUInt8(0xff, provider), 'NO_KEY'],
    ['frames of no length', (copy, { contentType }) => copy.writeUInt32BE(0, contentType + 1), 'AUTH_FAILED'],
    [
      'frames shorter than the last',
      (copy, { contentType }) => copy.writeUInt32BE(3, contentType + 1),
      'AUTH_FAILED',
    ],
    [
      'another commitment',
      (copy, { commitment, tag }) => copy.fill(7, commitment, tag),
      'COMMITMENT_MISMATCH',
    ],
    ['another header tag', (copy, { tag }) => copy.fill(7, tag, tag + 16), 'AUTH_FAILED'],
    [
      'a frame number other than the next',
      (copy, { body }) => copy.writeUInt32BE(2, body + 4),
      'AUTH_FAILED',
    ],
    [
      'a frame longer than the message',
      (copy, { body }) => copy.writeUInt32BE(FRAME, body + 20),
      'TRUNCATED',
    ],
    [
      'a frame of an impossible length',
      (copy, { body }) => copy.writeUInt32BE(0xffff_ffff, body + 20),
      'AUTH_FAILED',
    ],
    [
      'frames of 2^32 - 1 bytes and one as long',
      (copy, { contentType, body }) => {
        copy.writeUInt32BE(0xffff_ffff, contentType + 1);
        copy.writeUInt32BE(0xffff_ffff, body + 20);
      },
      'TRUNCATED',
    ],
    [
      'frames of 2^32 - 1 bytes and a first that is not the last',
      (copy, { contentType, body }) => {
        copy.writeUInt32BE(0xffff_ffff, contentType + 1);
        copy.writeUInt32BE(1, body);
      },
      'TRUNCATED',
    ],
    [
      'one block of more bytes than numbers count',
      (copy, { contentType, body }) => {
        copy.writeUInt8(1, contentType);
        copy.writeUInt32BE(0, contentType + 1);
        copy.fill(0xff, body + 12, body + 20);
      },
      'TRUNCATED',
    ],
  ])('%s', async (_, change, code) => {
    const message = await sealed(4);
    expect(await open(changed(message, (copy) => change(copy, layout(message))))).toBe(code);
  });

  test('every other suite there is or could be is UNSUPPORTED_SUITE', async () => {
    const message = await sealed(4);
    for (const suite of [
      0x0014, 0x0046, 0x0078, 0x0114, 0x0146, 0x0178, 0x0214, 0x0346, 0x0378, 0x0578, 0, 0xffff,
    ]) {
      const other = changed(message, (copy) => copy.writeUInt16BE(suite, SUITE_AT));
      expect(await open(other)).toBe('UNSUPPORTED_SUITE');
    }
  });

  test('random bytes are refused with a code', async () => {
    const start = Buffer.from([2, 0x04, 0x78]);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        expect(await open(bytes)).not.toBe('accepted');
        expect(await open(Buffer.concat([start, bytes]))).not.toBe('accepted');
      }),
      { numRuns: 300 },
    );
  });
});

test('a message of frames as they are by default is refused with any byte changed, cut anywhere or longer', async () => {
  const envelope = localEnvelope();
  const open = (bytes: Uint8Array): Promise<string> => refusal(envelope.open(bytes, BINDING));
  const message = Buffer.from(await envelope.seal(noise(2 * FRAME_BYTES + 5), BINDING));
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: message.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, mask) => {
        expect(await open(flipped(message, at, mask))).not.toBe('accepted');
        expect(await open(message.subarray(0, at))).toBe('TRUNCATED');
        expect(await open(Buffer.concat([message, Buffer.alloc(mask)]))).toBe('TRAILING_BYTES');
      },
    ),
  );
});

test('a last frame longer than any plaintext allowed is TOO_LARGE, and KMS not called', async () => {
  const { envelope, kms } = room();
  const message = Buffer.from(await envelope.seal(new Uint8Array(), BINDING));
  const { contentType, body } = layout(message);
  const swollen = Buffer.concat([message, new Uint8Array(MAX_PLAINTEXT_BYTES + 1)]);
  swollen.writeUInt32BE(0xffff_ffff, contentType + 1);
  swollen.writeUInt32BE(MAX_PLAINTEXT_BYTES + 1, body + 20);
  expect(await refusal(envelope.open(swollen, BINDING))).toBe('TOO_LARGE');
  expect(kms.calls).toHaveLength(1);
});

test('what is wrong with the structure is found before KMS is called', async () => {
  const { envelope, kms } = room();
  const message = Buffer.from(await envelope.seal(NOTE, BINDING));
  const { contentType } = layout(message);
  kms.calls.length = 0;
  const frameless = changed(message, (copy) => copy.writeUInt32BE(0, contentType + 1));
  expect(await refusal(envelope.open(frameless, BINDING))).toBe('AUTH_FAILED');
  const downgraded = changed(message, (copy) => copy.writeUInt16BE(0x0178, SUITE_AT));
  expect(await refusal(envelope.open(downgraded, BINDING))).toBe('UNSUPPORTED_SUITE');
  expect(await refusal(envelope.open(message.subarray(0, -1), BINDING))).toBe('TRUNCATED');
  expect(await refusal(envelope.open(Buffer.concat([message, NOTE]), BINDING))).toBe('TRAILING_BYTES');
  expect(kms.calls).toEqual([]);
});

test('up to three data keys are taken where the limit says so', async () => {
  const envelope = localEnvelope({ limits: { encryptedDataKeys: 3 } });
  const message = Buffer.from(await localEnvelope().seal(NOTE, BINDING));
  for (const [count, code] of [
    [2, 'TRUNCATED'],
    [3, 'TRUNCATED'],
    [4, 'TOO_LARGE'],
  ] as const) {
    const more = changed(message, (copy) => copy.writeUInt16BE(count, layout(message).keys));
    // three fields are looked for in what follows and not found
    expect(await refusal(envelope.open(more, BINDING))).toBe(code);
  }
});
