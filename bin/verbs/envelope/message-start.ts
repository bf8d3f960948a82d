import { EnvelopeError } from '../../../lambda/envelope/errors';
import { inspectMessage, type Inspection } from '../../../lambda/envelope/inspect';
import { MAX_HEADER_BYTES } from '../../../lambda/envelope/limits';
import { joined, type Chunks } from './input';

/** A message of which the header is read, and what comes after it is not. */
export interface MessageStart {
  readonly inspection: Inspection;
  /** All of the message. */
  readonly chunks: Chunks;
}

/**
 * Reads on until the header is there. Nothing of it is authentic.
 *
 * @throws EnvelopeError UNSUPPORTED_SUITE, TRUNCATED, TOO_LARGE, AUTH_FAILED
 */
export async function messageStart(source: Chunks): Promise<MessageStart> {
  let start = Buffer.alloc(0);
  // twice as much each time: a header that comes byte by byte is not read again for each of them
  for (let wanted = 1; ; wanted = 2 * start.length) {
    const pieces: Uint8Array[] = [start];
    let length = start.length;
    let ended = false;
    while (length < wanted && !ended) {
      const { done, value } = await source.next();
      if (done === true) ended = true;
      else {
        pieces.push(value);
        length += value.length;
      }
    }
    start = Buffer.concat(pieces);
    try {
      const inspection = inspectMessage(start.subarray(0, MAX_HEADER_BYTES));
      return { inspection, chunks: joined(start, source) };
    } catch (error) {
      const early = error instanceof EnvelopeError && error.code === 'TRUNCATED';
      if (early && !ended && length < MAX_HEADER_BYTES) continue;
      await source.return();
      throw early && !ended ? new EnvelopeError('TOO_LARGE') : error;
    }
  }
}
