// The support of the tests as a program: what a benchmark measures is started as the tests start it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * @param {readonly string[]} modules paths from the root of the repository, without ending
 * @param {{ beside: string, packages?: 'bundle' | 'external' }} options `beside`: the folder whose fixtures the support reads
 */
export async function loadTestSupport(modules, { beside, packages = 'bundle' }) {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  // inside the repository, where its packages resolve
  const folder = mkdtempSync(path.join(root, '.cache', 'bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, 'support.cjs');
  await build({
    stdin: {
      contents: modules.map((module) => `export * from './${module}';`).join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    packages,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    define: { __dirname: JSON.stringify(path.join(root, beside)) },
  });
  return createRequire(import.meta.url)(outfile);
}
