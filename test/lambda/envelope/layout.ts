const CONTEXT_AT = 35;
/** Where the suite stands in a message. */
export const SUITE_AT = 1;
/** Where the message id stands. */
export const MESSAGE_ID_AT = 3;

/** Byte offsets of the fields of a message with one encrypted data key. */
export interface Layout {
  readonly context: number;
  readonly keys: number;
  readonly provider: number;
  readonly contentType: number;
  readonly commitment: number;
  readonly tag: number;
  readonly body: number;
}

export function layout(message: Buffer): Layout {
  const keys = CONTEXT_AT + 2 + message.readUInt16BE(CONTEXT_AT);
  let contentType = keys + 2;
  for (let field = 0; field < 3; field++) contentType += 2 + message.readUInt16BE(contentType);
  const commitment = contentType + 5;
  return {
    context: CONTEXT_AT,
    keys,
    provider: keys + 4,
    contentType,
    commitment,
    tag: commitment + 32,
    body: commitment + 48,
  };
}

/** A copy of the message with something changed. */
export function changed(message: Buffer, change: (copy: Buffer) => unknown): Buffer {
  const copy = Buffer.from(message);
  change(copy);
  return copy;
}

/** A copy with these bits of one byte turned over. */
export function flipped(message: Buffer, at: number, mask: number): Buffer {
  return changed(message, (copy) => copy.writeUInt8(copy.readUInt8(at) ^ mask, at));
}
