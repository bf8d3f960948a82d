import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { DirectoryStore } from '../../../lambda/ledger/directory-store';
import { FOLDERS } from '../../../lambda/ledger/place';
import { UsageError } from '../verb';

/** @throws UsageError not one folder, or no ledger in it */
export function ledgerAmong(positionals: readonly string[]): DirectoryStore {
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    throw new UsageError(`give one folder of a ledger; ${positionals.length} were given`);
  }
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`${folder} is no folder`);
  }
  // a mistyped folder must not pass as an empty ledger
  if (!Object.values(FOLDERS).some((name) => existsSync(path.join(folder, name)))) {
    throw new UsageError(`${folder} holds no ledger: none of ${Object.values(FOLDERS).join(', ')} is there`);
  }
  return new DirectoryStore(folder);
}
