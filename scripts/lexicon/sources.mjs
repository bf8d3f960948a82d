// Reads files of the packages that were installed into the folder the generator is given
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fold } from './engine.mjs';

export function sourcesIn(directory) {
  const require = createRequire(path.join(path.resolve(directory), 'package.json'));
  const read = (...parts) => readFileSync(path.join(directory, ...parts), 'utf8');
  return {
    npm: (...parts) => read('node_modules', ...parts),
    python: (...parts) => read('python', ...parts),
    require,
  };
}

/** Folded, apostrophes left out ("O'Brien" is "obrien"), each part of a name of several words. */
export function nameParts(list) {
  return list
    .flatMap((name) => fold(name).replaceAll(/['’.]/g, '').split(/[ -]/))
    .filter((name) => /^[a-z]{2,15}$/.test(name) && !PARTICLES.has(name));
}

const PARTICLES = new Set(
  'de da del della van von der den la le di dos das do du el al bin ibn ben st ter ten the of jr sr'.split(
    ' ',
  ),
);
