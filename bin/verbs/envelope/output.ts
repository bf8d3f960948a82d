import { statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { UsageError, type Io } from '../verb';
import type { Input } from './input';
import { standingAt, unwritable, writeNewFile, type Bytes } from './new-file';

/** The options that say where the result goes, as `parseArgs` wants them. */
export const OUTPUT_FLAGS = { output: { type: 'string' }, force: { type: 'boolean' } } as const;

interface Flags {
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}

/** Where the result goes. */
export interface Output {
  /** Undefined: standard output. */
  readonly file: string | undefined;
  /** Takes all of it. A file is there when it has ended well, and not before. */
  readonly write: (bytes: Bytes) => Promise<void>;
}

/** @throws UsageError the file is there already, or is the input */
export function outputOf({ output, force = false }: Flags, input: Input, io: Io): Output {
  if (output === undefined) {
    if (force) throw new UsageError('--force goes with --output');
    return { file: undefined, write: (bytes) => writeToStdout(bytes, io) };
  }
  const standing = standingAt(output);
  if (standing !== undefined) {
    if (isSame(output, input)) throw new UsageError('--output is the input; give another file');
    if (!standing.isFile())
      throw new UsageError(`${output} is no regular file; write to standard output instead`);
    if (!force) throw new UsageError(`${output} is there already; --force replaces it`);
  }
  return { file: output, write: (bytes) => writeNewFile(output, bytes, force) };
}

/** Under whatever names: the same file on the same device. */
function isSame(output: string, { stats }: Input): boolean {
  const found = statSync(output, { throwIfNoEntry: false });
  return (
    found !== undefined &&
    stats !== undefined &&
    found.isFile() &&
    found.dev === stats.dev &&
    found.ino === stats.ino
  );
}

/** @throws UsageError it cannot be written */
export async function writeToStdout(bytes: Bytes, { stdout }: Pick<Io, 'stdout'>): Promise<void> {
  try {
    await pipeline(bytes, stdout, { end: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // the reader has gone (`| head`), which is no error
    if (code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    throw unwritable('standard output', error);
  }
}
