import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { link, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { StoreFailure, type LedgerStore } from './ledger-store';

const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;
/** No space, no quota, too many files, an interrupted call, a disk or a share that does not answer. */
const PASSING = new Set([
  'EAGAIN',
  'EBUSY',
  'EDQUOT',
  'EINTR',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOSPC',
  'ETIMEDOUT',
]);

/**
 * A ledger in a folder of a local file system with hard links. An object is written under another name, brought to the disk,
 * and then linked: the link is refused when the name is taken, and, other than with O_EXCL alone, a process that is killed
 * leaves no half of an object under it.
 */
export class DirectoryStore implements LedgerStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = path.resolve(root);
  }

  async putIfAbsent(key: string, bytes: Uint8Array): Promise<'created' | 'exists'> {
    const file = this.#at(key);
    const folder = path.dirname(file);
    const draft = path.join(folder, `.${randomBytes(6).toString('hex')}.part`);
    try {
      await this.#make(folder);
      await writeToDisk(draft, bytes);
      try {
        await link(draft, file);
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
        // whoever made the name may not have brought it to the disk yet
        await toDisk(folder);
        return 'exists';
      } finally {
        await rm(draft, { force: true });
      }
      await toDisk(folder);
      return 'created';
    } catch (error) {
      throw failureOf(error);
    }
  }

  // read at once: for the many small files of a ledger a thread of the pool takes five times as long
  get(key: string): Promise<Uint8Array | undefined> {
    try {
      return Promise.resolve(readFileSync(this.#at(key)));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return Promise.resolve(undefined);
      return Promise.reject(failureOf(error));
    }
  }

  async *list(prefix: string, after = ''): AsyncGenerator<string, void, undefined> {
    const start = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    yield* this.#below(start, prefix, after);
  }

  /** One folder at a time is held in memory. */
  async *#below(folder: string, prefix: string, after: string): AsyncGenerator<string, void, undefined> {
    // a folder sorts as its keys do: by its name with the slash
    const names = this.#names(folder).sort();
    for (const name of names) {
      const key = `${folder}${name}`;
      // what is between is neither of the prefix nor behind `after`
      const isWanted = key.startsWith(prefix) || prefix.startsWith(key);
      if (!isWanted) continue;
      if (!name.endsWith('/')) {
        if (key > after) yield key;
      } else if (key > after || after.startsWith(key)) {
        yield* this.#below(key, prefix, after);
      }
    }
  }

  #names(folder: string): string[] {
    try {
      return readdirSync(this.#at(folder), { withFileTypes: true }).flatMap((entry) => {
        if (entry.name.startsWith('.')) return [];
        if (entry.isDirectory()) return [`${entry.name}/`];
        return entry.isFile() ? [entry.name] : [];
      });
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw failureOf(error);
    }
  }

  /** A name outlives a power failure when its folder is on the disk, and that folder's name, and so on. */
  async #make(folder: string): Promise<void> {
    const first = await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
    if (first === undefined) return;
    for (let made = folder; made.length >= first.length; made = path.dirname(made)) {
      await toDisk(path.dirname(made));
    }
  }

  #at(key: string): string {
    return path.join(this.#root, key);
  }
}

async function writeToDisk(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', OWNER_ONLY.file);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function toDisk(folder: string): Promise<void> {
  // Windows opens no folder
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}

function failureOf(error: unknown): StoreFailure {
  const code = codeOf(error);
  return new StoreFailure(PASSING.has(code) ? 'unanswered' : 'refused', code);
}
