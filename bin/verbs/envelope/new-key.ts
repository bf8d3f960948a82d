import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DATA_KEY_BYTES } from '../../../lambda/envelope/format/suite';
import { parsed } from '../arguments';
import { EXIT, UsageError, type Verb } from '../verb';
import { standingAt, writeNewFile } from './new-file';

/** Never replaces a file: a key that is gone takes everything with it that was sealed under it. */
export const newKey: Verb = async (argv, io) => {
  const { positionals } = parsed(() => parseArgs({ args: [...argv], allowPositionals: true, options: {} }));
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError(`give one FILE; ${positionals.length} were given`);
  if (standingAt(file) !== undefined) {
    throw new UsageError(`${file} is there already; a key is never replaced: give another name`);
  }
  const key = randomBytes(DATA_KEY_BYTES);
  await writeNewFile(file, [Buffer.from(`${key.toString('hex')}\n`)]);
  key.fill(0);
  io.stderr.write(
    `wrote ${file}; keep a copy in a safe place: without it nothing sealed under it opens again\n`,
  );
  return EXIT.fine;
};
