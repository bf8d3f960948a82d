import type { Binding } from '../../../lambda/envelope/binding';
import type { Envelope } from '../../../lambda/envelope/envelope';
import type { Inspection } from '../../../lambda/envelope/inspect';
import { MAX_PLAINTEXT_BYTES, MAX_STREAMED_FRAME_BYTES } from '../../../lambda/envelope/limits';
import { UsageError } from '../verb';
import type { Chunks } from './input';
import { messageStart } from './message-start';

/** The option that takes more messages, as `parseArgs` wants it. */
export const OPENING_FLAGS = { 'allow-signed': { type: 'boolean' } } as const;

const SIGNED = '0x0578';

/**
 * The plaintext of a message, frame by frame: not to be acted upon before it has ended without an error. A message that
 * cannot be opened that way is opened in memory.
 *
 * @throws EnvelopeError; UsageError: too large for memory
 */
export async function* openedStream(source: Chunks, envelope: Envelope, binding: Binding): Chunks {
  const { inspection, chunks } = await messageStart(source);
  if (isStreamable(inspection)) return yield* envelope.openStream(chunks, binding);
  const message = await gathered(chunks, 'one with a signature or without frames is opened in memory');
  yield await envelope.open(message, binding);
}

/** The plaintext in one piece, after all of the message is verified. Throws as {@link openedStream} does. */
export async function* openedWhole(source: Chunks, envelope: Envelope, binding: Binding): Chunks {
  const why = 'standard output takes nothing back when the end is not authentic: give --output FILE';
  yield await envelope.open(await gathered(source, why), binding);
}

/** The signature stands at the end, after what it vouches for. */
function isStreamable({ suite, frameBytes }: Inspection): boolean {
  return suite !== SIGNED && frameBytes > 0 && frameBytes <= MAX_STREAMED_FRAME_BYTES;
}

async function gathered(chunks: Chunks, why: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MAX_PLAINTEXT_BYTES) throw new UsageError(`the message has more than 64 MiB; ${why}`);
    pieces.push(chunk);
  }
  return Buffer.concat(pieces, length);
}
