// Bundles from source, so that what is measured is what is in the tree and not an older build.
import { createRequire } from 'node:module';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

async function bundle(entry, outfile, options = {}) {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    legalComments: 'none',
    ...options,
  });
  return outfile;
}

const cached = (name) => path.join(root, '.cache', `bench-redaction-${name}.js`);

/** Generator, scorer and alignment. */
export async function loadTools() {
  return createRequire(import.meta.url)(await bundle('bench/redaction/engine.ts', cached('tools')));
}

/** The engine as it ships: minified, alone. */
export function bundleEngine() {
  return bundle('lambda/redaction/redactor.ts', cached('engine'), { minify: true, target: 'node22' });
}

/** Bytes of the engine and of the whole handler without the SDK, which the Lambda runtime has too. */
export async function bundleSizes(engine) {
  const handler = await bundle('lambda/redaction/handler.ts', cached('handler'), {
    minify: true,
    target: 'node22',
    external: ['@aws-sdk/*', '@smithy/*'],
  });
  return { engine: statSync(engine).size, handler: statSync(handler).size };
}
