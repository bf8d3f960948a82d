import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { VersionedStore } from './versioned-store';

/**
 * Values in a directory, one file a version: the file of a version is created or it was there before, so several
 * processes may share it. Nothing expires. For one machine.
 */
export function createFileStore(directory: string): VersionedStore {
  const folder = (key: string): string =>
    path.join(directory, createHash('sha256').update(key).digest('hex').slice(0, 40));

  async function last(key: string): Promise<number> {
    const names = await readdir(folder(key)).catch(() => []);
    return Math.max(0, ...names.filter((name) => /^\d+$/u.test(name)).map(Number));
  }

  return {
    async read(key) {
      const version = await last(key);
      if (version === 0) return undefined;
      return { value: await readFile(path.join(folder(key), String(version)), 'utf8'), version };
    },
    async write(key, value, seen) {
      if ((await last(key)) !== seen) return false;
      await mkdir(folder(key), { recursive: true });
      // whole before anybody can read it, and there only if nobody was first
      const draft = path.join(folder(key), `${randomUUID()}.draft`);
      await writeDurably(draft, value);
      try {
        await link(draft, path.join(folder(key), String(seen + 1)));
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw error;
      } finally {
        await unlink(draft);
      }
    },
  };
}

async function writeDurably(file: string, value: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(value);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
