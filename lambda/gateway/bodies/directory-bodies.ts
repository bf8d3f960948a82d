import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BodyStore } from './body-store';

/** Bodies below a directory; for one machine. */
export function createDirectoryBodies(directory: string): BodyStore {
  return {
    async put(key, bytes) {
      const place = path.join(directory, key);
      await mkdir(path.dirname(place), { recursive: true });
      const handle = await open(place, 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    async get(key) {
      try {
        return await readFile(path.join(directory, key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}
