// Bundles the library from source: what is measured is what is in the tree, not an older build.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @returns the file; the packages it needs stay outside */
export async function bundleLibrary() {
  const outfile = path.join(root, '.cache', 'bench-envelope.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/envelope/engine.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

export const load = (file) => createRequire(import.meta.url)(file);
