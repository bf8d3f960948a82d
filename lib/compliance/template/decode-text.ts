import { isUtf8 } from 'node:buffer';
import { UnreadableInput } from './unreadable-input';

/**
 * The text of a template file: UTF-8, or UTF-16 behind its byte order mark, as editors on Windows write it.
 * @throws UnreadableInput when the bytes are neither: what does not read the same everywhere may not be judged
 */
export function decodeText(bytes: Buffer, name: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes.subarray(2), name);
  if (first === 0xfe && second === 0xff) return utf16(swapped(bytes.subarray(2)), name);
  if (!isUtf8(bytes)) throw new UnreadableInput(`${name}: not UTF-8 text`);
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function utf16(bytes: Buffer, name: string): string {
  if (bytes.length % 2 !== 0) throw new UnreadableInput(`${name}: UTF-16 text that is cut short`);
  return bytes.toString('utf16le');
}

/** A copy in the other byte order; an odd last byte stays, for the reader to complain about. */
function swapped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  return copy.length % 2 === 0 ? copy.swap16() : copy;
}
