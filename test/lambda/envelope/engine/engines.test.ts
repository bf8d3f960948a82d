import * as fc from 'fast-check';
import { createEnvelope, type Envelope } from '../../../../lambda/envelope/envelope';
import { FRAME_BYTES, MAX_STREAMED_FRAME_BYTES } from '../../../../lambda/envelope/limits';
import { collect, inChunks, noise } from '../chunks';
import { ENGINES, KEY_SOURCES, localEnvelope } from '../rooms';
import { BINDING, refusal } from '../sealed';

const SIZES = [0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 2 * FRAME_BYTES, 300_000];

describe.each(ENGINES)('engine %s', (_, engine) => {
  describe.each(KEY_SOURCES)('under %s', (_, sourceOf) => {
    const tenants = [BINDING.tenant, 't-02', 't-🔑'];

    test('what is sealed opens, one-shot or streamed on either side', async () => {
      const envelope = createEnvelope({ engine, keys: await sourceOf(tenants) });
      for (const size of [0, 1, FRAME_BYTES, FRAME_BYTES + 1]) {
        const plaintext = noise(size);
        const messages = [
          await envelope.seal(plaintext, BINDING),
          await collect(envelope.sealStream(inChunks(plaintext, 1000), BINDING)),
        ];
        for (const message of messages) {
          expect(Buffer.compare(await envelope.open(message, BINDING), plaintext)).toBe(0);
          expect(
            (await collect(envelope.openStream(inChunks(message, 1000), BINDING))).equals(plaintext),
          ).toBe(true);
        }
      }
    });

    test('a binding of any characters', async () => {
      const envelope = createEnvelope({ engine, keys: await sourceOf(tenants) });
      const binding = { tenant: 't-🔑', purpose: 'réponse', record: '記録-\u{10ffff}' };
      const message = await envelope.seal(noise(10), binding);
      expect(Buffer.from(await envelope.open(message, binding)).equals(noise(10))).toBe(true);
    });

    test.each([
      { ...BINDING, tenant: 't-02' },
      { ...BINDING, purpose: 'response' },
      { ...BINDING, record: 'r-9f8a7c' },
    ])(
      'a message that says $tenant / $purpose / $record and was sealed for another does not open',
      async (other) => {
        const envelope = createEnvelope({ engine, keys: await sourceOf(tenants) });
        const message = Buffer.from(await envelope.seal(noise(10), BINDING));
        expect(await refusal(envelope.open(message, other))).toBe('CONTEXT_MISMATCH');
        expect(await refusal(collect(envelope.openStream([message], other)))).toBe('CONTEXT_MISMATCH');
        const moved = await envelope.seal(noise(10), other);
        // the context of the other message, the rest of this one
        const forged = Buffer.concat([
          message.subarray(0, 35),
          contextOf(moved),
          message.subarray(35 + contextOf(message).length),
        ]);
        expect(await refusal(envelope.open(forged, other))).toMatch(/^(?:NO_KEY|AUTH_FAILED)$/u);
        expect(await refusal(collect(envelope.openStream([forged], other)))).toMatch(
          /^(?:NO_KEY|AUTH_FAILED)$/u,
        );
      },
    );
  });

  test.each(SIZES)('%i bytes', async (size) => {
    const envelope = localEnvelope({ engine });
    const plaintext = noise(size);
    const message = await envelope.seal(plaintext, BINDING);
    expect(Buffer.compare(await envelope.open(message, BINDING), plaintext)).toBe(0);
    expect(message.length).toBeLessThan(size + (Math.floor(size / FRAME_BYTES) + 1) * 36 + 400);
  });

  test.each([1, 5, 4096, 1024 * 1024])('frames of %i bytes', async (frameBytes) => {
    const envelope = localEnvelope({ engine, limits: { frameBytes } });
    for (const size of [0, 1, 4, 5, 6, 10, 11].concat(frameBytes > 5 ? [frameBytes, frameBytes + 1] : [])) {
      const plaintext = noise(size);
      const streamed = await collect(envelope.sealStream(inChunks(plaintext, 65_536), BINDING));
      const message = await envelope.seal(plaintext, BINDING);
      expect(envelope.inspect(message).frameBytes).toBe(frameBytes);
      expect(Buffer.compare(await envelope.open(streamed, BINDING), plaintext)).toBe(0);
      expect((await collect(envelope.openStream([message], BINDING))).equals(plaintext)).toBe(true);
    }
  });

  test('any plaintext, any binding, from a view into somebody else’s memory', async () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    const binding = fc.record({ tenant: value, purpose: value, record: value });
    const plaintext = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat({ max: 3 * FRAME_BYTES }).map((length) => new Uint8Array(length).fill(length % 251)),
    );
    const envelope = localEnvelope({ engine });
    await fc.assert(
      fc.asyncProperty(plaintext, binding, async (bytes, place) => {
        const memory = Buffer.concat([Buffer.from('left'), bytes, Buffer.from('right')]);
        const message = await envelope.seal(memory.subarray(4, 4 + bytes.length), place);
        const around = Buffer.concat([Buffer.from('left'), message, Buffer.from('right')]);
        const opened = await envelope.open(around.subarray(4, 4 + message.length), place);
        expect(Buffer.compare(opened, bytes)).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  test('two seals of the same share no message id, data key or ciphertext', async () => {
    const envelope = localEnvelope({ engine });
    const [one, other] = await Promise.all([
      envelope.seal(noise(40), BINDING),
      envelope.seal(noise(40), BINDING),
    ]);
    expect(envelope.inspect(one).messageId).not.toBe(envelope.inspect(other).messageId);
    expect(envelope.inspect(one).encryptedDataKeys).not.toEqual(envelope.inspect(other).encryptedDataKeys);
    expect(Buffer.compare(one.subarray(-56), other.subarray(-56))).not.toBe(0);
  });

  test('what is returned owns its memory', async () => {
    const envelope = localEnvelope({ engine });
    for (const size of [3, FRAME_BYTES + 1]) {
      const message = await envelope.seal(noise(size), BINDING);
      const opened = await envelope.open(message, BINDING);
      expect(message.buffer.byteLength).toBe(message.length);
      expect(opened.buffer.byteLength).toBe(opened.length);
    }
  });

  test('many at once stay apart', async () => {
    const envelope = localEnvelope({ engine });
    const opened = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const binding = { ...BINDING, record: `r-${index}` };
        const bytes = noise(index * 3000).fill(index);
        const seal = (): Promise<Uint8Array> =>
          index % 2 === 0
            ? envelope.seal(bytes, binding)
            : collect(envelope.sealStream(inChunks(bytes, 999), binding));
        const message = await seal();
        const result = await (index % 3 === 0
          ? envelope.open(message, binding)
          : collect(envelope.openStream(inChunks(message, 777), binding)));
        return Buffer.compare(result, bytes) === 0;
      }),
    );
    expect(opened).toEqual(opened.map(() => true));
  });

  test.each<[string, (envelope: Envelope) => Promise<unknown>]>([
    ['a plaintext that is text', (envelope) => envelope.seal('note' as never, BINDING)],
    ['a message that is an array', (envelope) => envelope.open([2, 4] as never, BINDING)],
    ['no binding', (envelope) => envelope.seal(noise(1), undefined as never)],
    ['a record that is a number', (envelope) => envelope.open(noise(1), { ...BINDING, record: 7 } as never)],
    ['no binding for a stream', (envelope) => collect(envelope.sealStream([], undefined as never))],
    ['no binding to open a stream', (envelope) => collect(envelope.openStream([], undefined as never))],
    ['a chunk that is text', (envelope) => collect(envelope.sealStream(['note'] as never, BINDING))],
    [
      'a chunk of a message that is text',
      (envelope) => collect(envelope.openStream(['x'] as never, BINDING)),
    ],
    ['a message to inspect that is text', async (envelope) => envelope.inspect('x' as never)],
  ])('fails on %s with a TypeError that says what to give', async (_, act) => {
    const failure: unknown = await act(localEnvelope({ engine })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect(String(failure)).toMatch(/give/u);
  });
});

test.each([undefined, {}, 'local'])('an envelope whose keys are %p is not made', (keys) => {
  expect(() => createEnvelope({ keys: keys as never })).toThrow(/^keys is \w+; give what/u);
});

test('frames of the most bytes a stream takes', async () => {
  const frameBytes = MAX_STREAMED_FRAME_BYTES;
  const envelope = localEnvelope({ limits: { frameBytes } });
  const plaintext = noise(frameBytes + 1);
  const message = await envelope.seal(plaintext, BINDING);
  expect((await collect(envelope.openStream(inChunks(message, 65_536), BINDING))).equals(plaintext)).toBe(
    true,
  );
});

/** The context of a message with its length. */
function contextOf(message: Uint8Array): Uint8Array {
  return message.subarray(35, 37 + Buffer.from(message).readUInt16BE(35));
}
