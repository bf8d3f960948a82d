// A contender and plain AES-GCM in a process of their own, in turn, pass by pass: argv = library file, contender, operation,
// MiB, passes. Prints the CPU milliseconds of each pass, plain first.
import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { load } from './library.mjs';
import { PLAIN_STREAM, streamContenders } from './stream-contenders.mjs';

const [file, contender, operation, megabytes, passes] = process.argv.slice(2);
/** The compilers have done their work by then. */
const WARM_UP_PASSES = 8;
const plaintext = randomBytes(Number(megabytes) * 2 ** 20);

function sink(write) {
  return new Writable({
    write(chunk, _encoding, done) {
      write(chunk);
      done();
    },
  });
}

async function sealed({ seal }) {
  const parts = [];
  await seal(
    plaintext,
    sink((chunk) => parts.push(Buffer.from(chunk))),
  );
  return Buffer.concat(parts);
}

const jobs = [];
for (const [name, stream] of streamContenders(load(file))) {
  if (![PLAIN_STREAM, contender].includes(name)) continue;
  const given = operation === 'seal' ? plaintext : await sealed(stream);
  jobs.push({ name, act: stream[operation], given, times: [] });
}
for (let pass = 0; pass < WARM_UP_PASSES + Number(passes); pass += 1) {
  for (const { name, act, given, times } of jobs) {
    let bytes = 0;
    const before = process.cpuUsage();
    await act(
      given,
      sink((chunk) => {
        bytes += chunk.length;
      }),
    );
    const { user, system } = process.cpuUsage(before);
    if (bytes < plaintext.length) throw new Error(`${name} lost bytes`);
    if (pass >= WARM_UP_PASSES) times.push((user + system) / 1000);
  }
}
process.stdout.write(JSON.stringify(jobs.map(({ times }) => times)));
