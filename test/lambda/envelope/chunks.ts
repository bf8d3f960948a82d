import { EnvelopeError } from '../../../lambda/envelope/errors';

/** Sizes of chunks that fit no field and no frame, and one that fits a frame. */
export const CHUNK_SIZES = [1, 7, 1000, 65_536] as const;

// its period divides no frame length: frames that change places change the bytes
const PATTERN = Buffer.from(Array.from({ length: 251 }, (_, at) => at));

export function noise(size: number): Buffer {
  return Buffer.alloc(size, PATTERN);
}

/** The bytes in chunks, the last of them shorter. */
export function* inChunks(bytes: Uint8Array, size: number): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What a stream released, and the code it ended with: `accepted` without an error; other errors are thrown on. */
export async function outcomeOf(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ readonly released: Buffer; readonly code: string }> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    return { released: Buffer.concat(chunks), code: 'accepted' };
  } catch (error) {
    if (error instanceof EnvelopeError) return { released: Buffer.concat(chunks), code: error.code };
    throw error;
  }
}
