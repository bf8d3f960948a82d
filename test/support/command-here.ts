import { Readable, Writable } from 'node:stream';
import type { Io } from '../../bin/verbs/verb';
import type { Outcome } from './cdk-cli';

const { command } = require('../../dist/bin/hipaa-ai.js') as {
  readonly command: (argv: readonly string[], io: Io) => Promise<number>;
};

class Sink extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString();
  }
}

/**
 * The real `hipaa-ai`, as `npm test` has built it, within this process: for what a process of its own adds nothing to but the
 * time that it takes to start. Jest gives modules an `Error` of their own, so failures of the file system, and modules that a
 * verb imports at run time, want a process.
 */
export async function commandHere(
  argv: readonly string[],
  stdin: string | Uint8Array = '',
): Promise<Outcome> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const code = await command(argv, { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr });
  return { code, stdout: stdout.text, stderr: stderr.text };
}
