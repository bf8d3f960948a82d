import * as fc from 'fast-check';
import { FRAME_BYTES, MAX_MESSAGE_BYTES, MAX_PLAINTEXT_BYTES } from '../../../lambda/envelope/limits';
import { BINDING, refusal, room } from './sealed';

const NOTE = Buffer.from('note');
const SUITE_AT = 1;
const MESSAGE_ID_AT = 3;
const CONTEXT_AT = 35;

/** Byte offsets of the fields of a message sealed for BINDING. */
function layout(
  message: Buffer,
): Readonly<Record<'keys' | 'provider' | 'contentType' | 'commitment' | 'tag' | 'body', number>> {
  const keys = CONTEXT_AT + 2 + message.readUInt16BE(CONTEXT_AT);
  let contentType = keys + 2;
  for (let field = 0; field < 3; field++) contentType += 2 + message.readUInt16BE(contentType);
  const commitment = contentType + 5;
  return { keys, provider: keys + 4, contentType, commitment, tag: commitment + 32, body: commitment + 48 };
}

async function sealed(
  plaintext: Uint8Array = NOTE,
): Promise<{ open: (message: Uint8Array) => Promise<string>; message: Buffer }> {
  const { envelope } = room();
  const message = Buffer.from(await envelope.seal(plaintext, BINDING));
  return { message, open: (changed) => refusal(envelope.open(changed, BINDING)) };
}

const changed = (message: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(message);
  change(copy);
  return copy;
};

test('every single bit of a message matters', async () => {
  const { message, open } = await sealed();
  const bits = Array.from({ length: message.length * 8 }, (_, bit) => bit);
  const codes = await Promise.all(
    bits.map((bit) =>
      open(
        changed(message, (copy) => copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)),
      ),
    ),
  );
  expect(bits.filter((bit) => codes[bit] === 'accepted')).toEqual([]);
});

test('every beginning of a message is TRUNCATED', async () => {
  const { message, open } = await sealed();
  const codes = await Promise.all(Array.from(message, (_, length) => open(message.subarray(0, length))));
  expect(new Set(codes)).toEqual(new Set(['TRUNCATED']));
  expect(await open(message)).toBe('accepted');
});

test('a message of three frames is refused with any byte changed, cut anywhere or longer by anything', async () => {
  const { message, open } = await sealed(Buffer.alloc(2 * FRAME_BYTES + 5, 'x'));
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: message.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, mask) => {
        expect(
          await open(changed(message, (copy) => copy.writeUInt8(copy.readUInt8(at) ^ mask, at))),
        ).not.toBe('accepted');
        expect(await open(message.subarray(0, at))).toBe('TRUNCATED');
        expect(await open(Buffer.concat([message, Buffer.alloc(mask)]))).toBe('TRAILING_BYTES');
      },
    ),
  );
});

test('random bytes are refused with a code', async () => {
  const { open } = await sealed();
  const start = Buffer.from([2, 0x04, 0x78]);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
      expect(await open(bytes)).not.toBe('accepted');
      expect(await open(Buffer.concat([start, bytes]))).not.toBe('accepted');
    }),
    { numRuns: 500 },
  );
});

describe('the code says what is wrong', () => {
  test.each<[string, (copy: Buffer, at: ReturnType<typeof layout>) => void, string]>([
    ['format version 1', (copy) => copy.writeUInt8(1, 0), 'UNSUPPORTED_SUITE'],
    ['the signing suite', (copy) => copy.writeUInt16BE(0x0578, SUITE_AT), 'UNSUPPORTED_SUITE'],
    ['a suite without commitment', (copy) => copy.writeUInt16BE(0x0178, SUITE_AT), 'UNSUPPORTED_SUITE'],
    ['unframed content', (copy, { contentType }) => copy.writeUInt8(1, contentType), 'UNSUPPORTED_SUITE'],
    ['another message id', (copy) => copy.fill(7, MESSAGE_ID_AT, CONTEXT_AT), 'COMMITMENT_MISMATCH'],
    ['a context that ends after the message', (copy) => copy.writeUInt16BE(0xffff, CONTEXT_AT), 'TRUNCATED'],
    ['no encrypted data key', (copy, { keys }) => copy.writeUInt16BE(0, keys), 'AUTH_FAILED'],
    ['two encrypted data keys', (copy, { keys }) => copy.writeUInt16BE(2, keys), 'TOO_LARGE'],
    ['a provider unknown here', (copy, { provider }) => copy.write('x', provider), 'NO_KEY'],
    ['a provider that is not UTF-8', (copy, { provider }) => copy.writeUInt8(0xff, provider), 'AUTH_FAILED'],
    ['frames of no length', (copy, { contentType }) => copy.writeUInt32BE(0, contentType + 1), 'AUTH_FAILED'],
    [
      'frames shorter than the last',
      (copy, { contentType }) => copy.writeUInt32BE(3, contentType + 1),
      'AUTH_FAILED',
    ],
    [
      'another commitment',
      (copy, { commitment }) => copy.fill(7, commitment, commitment + 32),
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
      (copy, { body }) => copy.writeUInt32BE(FRAME_BYTES, body + 20),
      'TRUNCATED',
    ],
    [
      'a frame of an impossible length',
      (copy, { body }) => copy.writeUInt32BE(0xffff_ffff, body + 20),
      'AUTH_FAILED',
    ],
  ])('%s', async (_, change, code) => {
    const { message, open } = await sealed();
    expect(await open(changed(message, (copy) => change(copy, layout(message))))).toBe(code);
  });

  test('frames in another order, one left out, one twice, the last one missing', async () => {
    const { message, open } = await sealed(Buffer.alloc(2 * FRAME_BYTES + 5, 'x'));
    const { body } = layout(message);
    const frame = 4 + 12 + FRAME_BYTES + 16;
    const header = message.subarray(0, body);
    const [one, two, last] = [0, 1, 2].map((index) =>
      message.subarray(body + index * frame, body + (index + 1) * frame),
    );
    const of = (...parts: (Buffer | undefined)[]): Buffer =>
      Buffer.concat([header, ...parts.filter((part) => part !== undefined)]);
    expect(await open(of(one, two, last))).toBe('accepted');
    expect(await open(of(two, one, last))).toBe('AUTH_FAILED');
    expect(await open(of(one, last))).toBe('AUTH_FAILED');
    expect(await open(of(one, one, two, last))).toBe('AUTH_FAILED');
    expect(await open(of(one, two))).toBe('TRUNCATED');
    // numbered anew: the number is authenticated with each frame
    const renumbered = of(two, one, last);
    renumbered.writeUInt32BE(1, body);
    renumbered.writeUInt32BE(2, body + frame);
    expect(await open(renumbered)).toBe('AUTH_FAILED');
  });

  test('a message longer than any plaintext allowed is TOO_LARGE', async () => {
    const { open } = await sealed();
    expect(await open(new Uint8Array(MAX_MESSAGE_BYTES + 1))).toBe('TOO_LARGE');
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

  test('an empty message with frames of no length is refused before KMS is called', async () => {
    const { envelope, kms } = room();
    const message = Buffer.from(await envelope.seal(new Uint8Array(), BINDING));
    message.writeUInt32BE(0, layout(message).contentType + 1);
    expect(await refusal(envelope.open(message, BINDING))).toBe('AUTH_FAILED');
    expect(kms.calls).toHaveLength(1);
  });

  test('frames of another message of the same binding are refused', async () => {
    const { envelope } = room();
    const [one, other] = [await envelope.seal(NOTE, BINDING), await envelope.seal(NOTE, BINDING)].map(
      (message) => Buffer.from(message),
    );
    const { body } = layout(one ?? Buffer.alloc(0));
    const mixed = Buffer.concat([one?.subarray(0, body) ?? NOTE, other?.subarray(body) ?? NOTE]);
    expect(await refusal(envelope.open(mixed, BINDING))).toBe('AUTH_FAILED');
  });
});
