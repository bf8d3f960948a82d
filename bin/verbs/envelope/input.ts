import { createReadStream, fstatSync, statSync, type Stats } from 'node:fs';
import type { Readable } from 'node:stream';
import { UsageError, type Io } from '../verb';

export type Chunks = AsyncGenerator<Uint8Array, void, undefined>;

/** What is read: a file, or standard input. */
export interface Input {
  readonly name: string;
  /** Undefined: it cannot be looked at, which reading it will tell. */
  readonly stats: Stats | undefined;
  readonly open: () => Readable;
}

/** More than Node's 64 KiB: a call of the system for each frame would take longer than its cipher. */
const CHUNK_BYTES = 1024 * 1024;

/** @throws UsageError not one FILE */
export function inputAmong(positionals: readonly string[], { stdin }: Pick<Io, 'stdin'>): Input {
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) {
    throw new UsageError(`give one FILE, or - for standard input; ${positionals.length} were given`);
  }
  if (name !== '-') {
    const open = (): Readable => createReadStream(name, { highWaterMark: CHUNK_BYTES });
    return { name, stats: looked(() => statSync(name)), open };
  }
  const { fd } = stdin as { readonly fd?: unknown };
  const stats = typeof fd === 'number' ? looked(() => fstatSync(fd)) : undefined;
  return { name: 'standard input', stats, open: () => stdin };
}

/**
 * Its bytes, piece by piece.
 *
 * @throws UsageError it cannot be read
 */
export async function* chunksOf({ name, open }: Input): Chunks {
  try {
    yield* open() as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new UsageError(`cannot read ${name}: ${code}`);
  }
}

/** The same, when its first bytes are there: for an input that cannot be read nothing else is begun. */
export async function begun(chunks: Chunks): Promise<Chunks> {
  const { done, value } = await chunks.next();
  return done === true ? chunks : joined(value, chunks);
}

/** What was taken from the beginning of `rest`, and `rest`. */
export async function* joined(start: Uint8Array, rest: Chunks): Chunks {
  try {
    yield start;
    yield* rest;
  } finally {
    await rest.return();
  }
}

function looked(stats: () => Stats): Stats | undefined {
  try {
    return stats();
  } catch {
    return undefined;
  }
}

/** Bytes there will be, as far as a file tells. */
export function sizeOf({ stats }: Input): number | undefined {
  return stats?.isFile() ? stats.size : undefined;
}
