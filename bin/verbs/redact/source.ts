import { createReadStream, fstatSync, statSync, type Stats } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Io } from '../verb';

/** One input, opened when its turn comes. */
export interface Source {
  readonly name: string;
  /** In bytes, if it is a file. */
  readonly size: number | undefined;
  readonly open: () => Readable;
}

/** The files named, or standard input if none is. */
export function sourcesOf(files: readonly string[], { stdin }: Io): readonly Source[] {
  if (files.length > 0) {
    return files.map((name) => ({
      name,
      size: fileSize(() => statSync(name)),
      open: () => createReadStream(name),
    }));
  }
  const { fd } = stdin as { readonly fd?: unknown };
  const size = typeof fd === 'number' ? fileSize(() => fstatSync(fd)) : undefined;
  return [{ name: 'standard input', size, open: () => stdin }];
}

/** A file that is not there is reported when it is opened. */
function fileSize(stats: () => Stats): number | undefined {
  try {
    const found = stats();
    return found.isFile() ? found.size : undefined;
  } catch {
    return undefined;
  }
}
