import * as fc from 'fast-check';
import { ChunkReader } from '../../../../lambda/envelope/format/chunk-reader';
import { inChunks, noise } from '../chunks';

test('gives the bytes in their order, whatever their chunks are and whatever is asked for', async () => {
  const lengths = fc.array(fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 9000 })), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(lengths, lengths, async (given, asked) => {
      const bytes = noise(given.reduce((sum, length) => sum + length, 0));
      let from = 0;
      const reader = new ChunkReader(given.map((length) => bytes.subarray(from, (from += length))));
      let at = 0;
      for (const length of asked) {
        const enough = await reader.fill(length);
        expect(enough).toBe(at + length <= bytes.length);
        const taken = Math.min(length, reader.available);
        const expected = bytes.subarray(at, at + taken);
        expect(reader.peek(taken).equals(expected)).toBe(true);
        expect(Buffer.concat(reader.take(taken)).equals(expected)).toBe(true);
        at += taken;
      }
    }),
  );
});

test('single bytes come out in few pieces and large chunks uncopied', async () => {
  const large = noise(10_000);
  const reader = new ChunkReader([...inChunks(noise(10_000), 1), large]);
  await reader.fill(20_000);
  const pieces = reader.take(20_000);
  expect(pieces).toHaveLength(2);
  expect(pieces[1]?.buffer).toBe(large.buffer);
});

test('a long frame of small chunks costs time in proportion to its length', async () => {
  const time = async (bytes: number): Promise<number> => {
    const reader = new ChunkReader(inChunks(noise(bytes), 16));
    const start = process.cpuUsage();
    await reader.fill(bytes);
    reader.take(bytes);
    return process.cpuUsage(start).user;
  };
  const fastest = async (bytes: number): Promise<number> =>
    Math.min(await time(bytes), await time(bytes), await time(bytes));
  await time(256 * 1024);
  // four times the length; copied anew for each 64 chunks, as it once was, it took sixteen times as long
  expect((await fastest(1024 * 1024)) / (await fastest(256 * 1024))).toBeLessThan(10);
});

test('fails to take more than is here', () => {
  expect(() => new ChunkReader([noise(3)]).take(1)).toThrow(RangeError);
});

test('an error while the source is closed is not told', async () => {
  const reader = new ChunkReader({
    [Symbol.asyncIterator]: () => ({
      next: async () => ({ done: false, value: noise(1) }),
      return: () => Promise.reject(new Error('cannot close')),
    }),
  });
  await reader.fill(1);
  await reader.close();
  expect(await reader.fill(1)).toBe(false);
});

test('a source that ended or failed is not told to close', async () => {
  let closings = 0;
  const source = (next: () => Promise<IteratorResult<Uint8Array>>): AsyncIterable<Uint8Array> => ({
    [Symbol.asyncIterator]: () => ({
      next,
      return: async () => {
        closings += 1;
        return { done: true, value: undefined };
      },
    }),
  });
  const ended = new ChunkReader(source(async () => ({ done: true, value: undefined })));
  await ended.fill(1);
  await ended.close();
  const failed = new ChunkReader(source(() => Promise.reject(new Error('gone'))));
  await expect(failed.fill(1)).rejects.toThrow('gone');
  await failed.close();
  expect(closings).toBe(0);
  const left = new ChunkReader(source(async () => ({ done: false, value: noise(1) })));
  await left.fill(1);
  await left.close();
  expect(closings).toBe(1);
});
