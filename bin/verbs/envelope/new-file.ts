import { randomBytes } from 'node:crypto';
import {
  closeSync,
  createWriteStream,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../verb';

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Signals that end a program and let it clean up. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const OWNER_ONLY = 0o600;

/** What is at a place in the file system, without following a link; undefined: nothing. */
export function standingAt(file: string): Stats | undefined {
  return lstatSync(file, { throwIfNoEntry: false });
}

/**
 * Writes a file that is there whole or not at all: under another name beside it, to the disk, and renamed when `bytes` have
 * ended well. Only its owner may read it.
 *
 * @param replace takes the place of a file that is there; without it a file that appears meanwhile is kept
 * @throws UsageError it cannot be written; and what `bytes` throw
 */
export async function writeNewFile(file: string, bytes: Bytes, replace = false): Promise<void> {
  const folder = path.dirname(file);
  const draft = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString('hex')}.part`);
  const discard = (): void => rmSync(draft, { force: true });
  const interrupted = (signal: NodeJS.Signals): void => {
    discard();
    release();
    // once more, now that nobody listens: whoever waits for this program sees what ended it
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, interrupted);
  };
  for (const signal of SIGNALS) process.on(signal, interrupted);
  try {
    // at once, and not by the stream: what is there when something goes wrong can be discarded
    const fd = openSync(draft, 'wx', OWNER_ONLY);
    await pipeline(bytes, createWriteStream(draft, { fd }));
    toDisk(draft);
    // in one go, as no signal comes between: a name that is taken is refused and not replaced
    if (!replace) closeSync(openSync(file, 'wx', OWNER_ONLY));
    renameSync(draft, file);
  } catch (error) {
    discard();
    throw unwritable(file, error);
  } finally {
    release();
  }
  try {
    // a name outlives a power failure when its folder is on the disk too
    toDisk(folder);
  } catch {
    // not every system lets a folder be opened; the file itself is there
  }
}

/** The error of the system in words; any other as it is. */
export function unwritable(name: string, error: unknown): unknown {
  const { errno, code } = error as NodeJS.ErrnoException;
  if (typeof errno !== 'number') return error;
  const reason = code === 'EEXIST' ? 'somebody else has written it meanwhile' : (code ?? 'unknown error');
  return new UsageError(`cannot write ${name}: ${reason}`);
}

function toDisk(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
