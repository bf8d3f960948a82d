import type { ByteSource } from '../format/chunk-reader';
import type { MessageKey, ParsedMessage } from '../format/message';
import type { MessageHeader } from '../format/message-header';
import type { BeforeLast } from '../format/seal-stream';

/**
 * What turns plaintext into messages and back, given the data key. Where data keys come from, what a message is bound to
 * and what is recorded is the envelope's, whichever engine is in it.
 */
export interface Engine {
  sealMessage(
    plaintext: Uint8Array,
    key: MessageKey,
    context: Buffer,
    frameBytes: number,
  ): Uint8Array | Promise<Uint8Array>;
  openMessage(parsed: ParsedMessage, dataKey: Uint8Array): Uint8Array | Promise<Uint8Array>;
  sealStream(
    source: ByteSource,
    key: MessageKey,
    context: Buffer,
    frameBytes: number,
    beforeLast: BeforeLast,
  ): AsyncGenerator<Uint8Array, void, undefined>;
  openStream(
    source: ByteSource,
    encryptedDataKeys: number,
    dataKeyOf: DataKeyOf,
    beforeLast: BeforeLast,
  ): AsyncGenerator<Uint8Array, void, undefined>;
}

/** Checks a header against what it must be bound to, and gives a copy of the data key, which the engine zeroes. */
export type DataKeyOf = (header: MessageHeader) => Promise<Uint8Array>;
