import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { root } from './library.mjs';
import { median } from './median.mjs';
import { PLAIN_STREAM } from './stream-contenders.mjs';

const child = path.join(root, 'bench', 'envelope', 'stream-child.mjs');

/** Each operation in a process of its own, so that what was measured before leaves nothing to collect. */
export function measureStreams(libraryFile, { megabytes, passes }) {
  return ['seal', 'open'].flatMap((operation) => {
    const answer = execFileSync(
      process.execPath,
      [child, libraryFile, operation, megabytes, passes].map(String),
      {
        encoding: 'utf8',
      },
    );
    const contenders = JSON.parse(answer);
    const limit = contenders.find(({ name }) => name === PLAIN_STREAM).times;
    return contenders.map(({ name, times }) => ({
      name,
      operation,
      milliseconds: median(times),
      ratio: median(times.map((each, pass) => each / limit[pass])),
    }));
  });
}
