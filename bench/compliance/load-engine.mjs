// Bundles the engine from source: what is measured is what is in the tree, not an older build.
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

export async function loadEngine() {
  const outfile = path.join(root, '.cache', 'bench-engine.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/compliance/engine.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
  });
  return createRequire(import.meta.url)(outfile);
}
