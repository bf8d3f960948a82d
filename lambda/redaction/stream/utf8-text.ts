import { RedactionError } from '../errors';

/** Text from UTF-8 bytes and strings in any order; a character may be split over chunks. A byte order mark stays. */
export class Utf8Text {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  /** @throws RedactionError INVALID_TEXT: bytes that are not UTF-8 */
  decode(chunk: Uint8Array | string): string {
    return typeof chunk === 'string' ? this.end() + chunk : this.#read(chunk, true);
  }

  /** @throws RedactionError INVALID_TEXT: the bytes end inside a character */
  end(): string {
    return this.#read(undefined, false);
  }

  #read(bytes: Uint8Array | undefined, stream: boolean): string {
    try {
      return this.#decoder.decode(bytes, { stream });
    } catch {
      throw new RedactionError('INVALID_TEXT', 'the bytes are not UTF-8; convert the text first');
    }
  }
}
