import { ByteReader, uint16, withLength } from './byte-reader';
import { EnvelopeError } from '../errors';

/** Pairs that are authenticated with a message and stand in its header in clear. */
export type EncryptionContext = ReadonlyMap<string, string>;

const MAX_BYTES = 0xffff;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The pairs as the header holds them: a count, then keys and values with their lengths, ordered by the UTF-8 bytes of the
 * key; no bytes at all for no pairs. There is one such form for a context, so equal bytes mean equal contexts.
 *
 * @throws EnvelopeError TOO_LARGE: more than 65,535 bytes
 * @see AWS Encryption SDK specification, data-format/message-header.md, "AAD"
 */
export function serializeContext(context: EncryptionContext): Buffer {
  if (context.size === 0) return Buffer.alloc(0);
  const pairs = [...context]
    .map(([key, value]) => ({ key: Buffer.from(key), value: Buffer.from(value) }))
    .sort((one, other) => Buffer.compare(one.key, other.key));
  const length = pairs.reduce((sum, { key, value }) => sum + 4 + key.length + value.length, 2);
  if (length > MAX_BYTES) throw new EnvelopeError('TOO_LARGE');
  return Buffer.concat([
    uint16(pairs.length),
    ...pairs.flatMap(({ key, value }) => [withLength(key), withLength(value)]),
  ]);
}

/**
 * Reads the pairs in any order: published messages hold them in another than {@link serializeContext} writes.
 *
 * @throws EnvelopeError AUTH_FAILED: a key twice, lengths that do not add up, text that is not UTF-8
 */
export function parseContext(bytes: Buffer): EncryptionContext {
  const context = new Map<string, string>();
  if (bytes.length === 0) return context;
  const reader = new ByteReader(bytes, 'AUTH_FAILED');
  const count = reader.uint16();
  for (let index = 0; index < count; index++) {
    const key = parseText(reader.takeWithLength());
    if (context.has(key)) throw new EnvelopeError('AUTH_FAILED');
    context.set(key, parseText(reader.takeWithLength()));
  }
  if (count === 0 || !reader.atEnd) throw new EnvelopeError('AUTH_FAILED');
  return context;
}

/** @throws EnvelopeError AUTH_FAILED: not UTF-8 */
export function parseText(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new EnvelopeError('AUTH_FAILED');
  }
}
