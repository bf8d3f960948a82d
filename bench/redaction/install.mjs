import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Each peer in a folder of its own, with no script of its run; a folder that is complete is used again. */
export function installPeer({ name, packages }, directory) {
  const folder = path.join(directory, name.replaceAll(/[^a-z0-9.]+/giu, '-'));
  const complete = path.join(folder, 'installed');
  if (existsSync(complete)) return folder;
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--silent', ...packages],
    { stdio: 'ignore' },
  );
  if (status !== 0) throw new Error('npm could not install it');
  writeFileSync(complete, '');
  return folder;
}
