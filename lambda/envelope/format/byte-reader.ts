import { EnvelopeError, type EnvelopeErrorCode } from '../errors';

/** Reads big-endian fields one after the other and never past the end. */
export class ByteReader {
  #offset = 0;

  /** `overrun` is the code thrown when a field is asked for that is not wholly there. */
  constructor(
    private readonly bytes: Buffer,
    private readonly overrun: EnvelopeErrorCode,
  ) {}

  get offset(): number {
    return this.#offset;
  }

  get atEnd(): boolean {
    return this.#offset === this.bytes.length;
  }

  uint8(): number {
    return this.bytes.readUInt8(this.#advance(1));
  }

  uint16(): number {
    return this.bytes.readUInt16BE(this.#advance(2));
  }

  uint32(): number {
    return this.bytes.readUInt32BE(this.#advance(4));
  }

  /** The next `length` bytes: a view, not a copy. */
  take(length: number): Buffer {
    const start = this.#advance(length);
    return this.bytes.subarray(start, start + length);
  }

  /** A field of at most 65,535 bytes after its own length. */
  takeWithLength(): Buffer {
    return this.take(this.uint16());
  }

  #advance(length: number): number {
    const start = this.#offset;
    if (length > this.bytes.length - start) throw new EnvelopeError(this.overrun);
    this.#offset = start + length;
    return start;
  }
}

/** A Buffer over the same memory. */
export function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The bytes after their length in two bytes. */
export function withLength(bytes: Uint8Array): Buffer {
  return Buffer.concat([uint16(bytes.length), bytes]);
}

export function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
