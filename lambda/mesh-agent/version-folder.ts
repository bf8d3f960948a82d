import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

const LINK = 'current';
const VERSIONS = 'versions';
/** Whoever resolved the link a moment ago still reads the version before. */
const KEPT = 3;
/** The owner writes; the group, which Envoy is in, reads; nobody else sees anything. */
const [FOLDER_MODE, FILE_MODE] = [0o750, 0o640];

/** A folder whose content changes as a whole: a new version is a new folder, and one rename of a link makes it the current one. */
export class VersionFolder {
  #published: string[] = [];

  /** @param directory which whoever reads watches for renames */
  constructor(readonly directory: string) {}

  /** Where the next version will be. */
  nextVersion(): string {
    return path.join(this.directory, VERSIONS, randomUUID());
  }

  /**
   * @param folder as {@link nextVersion} gave it
   * @param files texts by name
   */
  async publish(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
    await Promise.all(
      [...files].map(([name, text]) =>
        writeFile(path.join(folder, name), text, { mode: FILE_MODE, flag: 'wx' }),
      ),
    );
    const link = path.join(this.directory, LINK);
    const swap = path.join(this.directory, `.${LINK}-${randomUUID()}`);
    await symlink(path.join(VERSIONS, path.basename(folder)), swap);
    await rename(swap, link);
    this.#published = [...this.#published, folder].slice(-KEPT);
    await this.#prune();
  }

  /** Nothing is current any more, and no key is left. */
  async withdraw(): Promise<void> {
    await unlink(path.join(this.directory, LINK)).catch(() => undefined);
    this.#published = [];
    await this.#prune();
  }

  async #prune(): Promise<void> {
    const parent = path.join(this.directory, VERSIONS);
    const kept = new Set(this.#published.map((folder) => path.basename(folder)));
    const there = await readdir(parent).catch(() => []);
    await Promise.all(
      there
        .filter((name) => !kept.has(name))
        .map((name) => rm(path.join(parent, name), { recursive: true, force: true })),
    );
  }
}
