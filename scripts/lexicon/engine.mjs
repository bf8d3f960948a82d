// The engine's own folding, hashing and small lists, so that the lists are packed as they are looked up
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const lexicon = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  'lambda',
  'redaction',
  'lexicon',
);

async function load(file) {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(lexicon, file)],
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

export const { COUNTRIES, PEOPLES, REGIONS } = await load('countries.ts');
export const { fold } = await load('fold.ts');
export const { XorFilter, fingerprintOf, hashOf, keyOf, slotOf } = await load('xor-filter.ts');
