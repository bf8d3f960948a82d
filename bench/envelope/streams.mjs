import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { root } from './library.mjs';
import { median } from './median.mjs';
import { OFFICIAL_STREAM, OUR_STREAM, PLAIN_STREAM } from './stream-contenders.mjs';

const child = path.join(root, 'bench', 'envelope', 'stream-child.mjs');

/** Each beside plain in a process of their own, so that nobody has to collect what another one left. */
export function measureStreams(libraryFile, { megabytes, passes, streamPeer }) {
  return ['seal', 'open'].flatMap((operation) => {
    const row = (name, times, ratio) => ({ name, operation, milliseconds: median(times), ratio });
    const rows = [];
    for (const name of streamPeer ? [OUR_STREAM, OFFICIAL_STREAM] : [OUR_STREAM]) {
      const args = [child, libraryFile, name, operation, String(megabytes), String(passes)];
      const [plain, times] = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
      if (rows.length === 0) rows.push(row(PLAIN_STREAM, plain, 1));
      rows.push(row(name, times, median(times.map((each, pass) => each / plain[pass]))));
    }
    return rows;
  });
}
