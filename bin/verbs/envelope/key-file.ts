import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { DATA_KEY_BYTES } from '../../../lambda/envelope/format/suite';
import { UsageError } from '../verb';

/** Rights of group and others. */
const NOT_THE_OWNER = 0o077;
/** Longer than any form of a key with its line end. */
const MOST_BYTES = 256;

/**
 * The key in a file, or in a pipe by the name of a file: 32 bytes as they are, 64 hexadecimal digits, or base64. The caller
 * zeroes it.
 *
 * @throws UsageError it cannot be read, others may read it, or it holds no such key; nothing of it is said
 */
export function readKeyFile(file: string): Buffer {
  const bytes = Buffer.alloc(MOST_BYTES);
  try {
    const length = readOwn(file, bytes);
    const key = keyIn(bytes.subarray(0, length));
    if (key !== undefined) return key;
    throw new UsageError(
      `the key file ${file} holds no key: it must have 32 random bytes, as they are, in hexadecimal or in base64`,
    );
  } finally {
    bytes.fill(0);
  }
}

/** Reads what there is up to the length of `target`. Rights are those of the file that is read, not of its name. */
function readOwn(file: string, target: Buffer): number {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    requirePrivate(file, fstatSync(descriptor).mode);
    let length = 0;
    for (let read = -1; read !== 0 && length < target.length; length += read) {
      read = readSync(descriptor, target, length, target.length - length, null);
    }
    return length;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `cannot read the key file ${file}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`,
    );
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function requirePrivate(file: string, mode: number): void {
  // Windows has no such rights and says 0666 of every file
  if (process.platform === 'win32' || (mode & NOT_THE_OWNER) === 0) return;
  const rights = (mode & 0o777).toString(8).padStart(4, '0');
  throw new UsageError(`the key file ${file} is open to others (mode ${rights}); chmod 600 it`);
}

/** A copy of the key that the bytes stand for; undefined when they stand for none. */
function keyIn(bytes: Buffer): Buffer | undefined {
  if (bytes.length === DATA_KEY_BYTES) return Buffer.from(bytes);
  const text = bytes.toString('latin1').trimEnd();
  const encoding = /^[0-9a-f]{64}$/iu.test(text) ? 'hex' : 'base64';
  const key = Buffer.from(text, encoding);
  const isWhole = key.toString(encoding) === (encoding === 'hex' ? text.toLowerCase() : text);
  if (key.length === DATA_KEY_BYTES && isWhole) return key;
  key.fill(0);
  return undefined;
}
