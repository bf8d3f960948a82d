import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { CATEGORIES, type Counts } from '../../lambda/redaction/category';
import { createRedactor, type Redaction } from '../../lambda/redaction/redactor';
import { parsed } from './arguments';
import { linesOf, readRow, writeRow } from './redact-rows';
import { EXIT, UsageError, type Io, type Verb } from './verb';

const USAGE = `usage: hipaa-ai redact [FILE...] [--jsonl] [--report]

Replaces identifiers in text with labels such as [NAME]. Reads standard input, or each FILE as one document of UTF-8;
writes to standard output. The output is still to be treated as protected health information.

  --jsonl    read rows {"id","text"}, write rows {"id","text","spans"} in order; a bad row is left out, its line
             number goes to standard error and the exit code is 2
  --report   counts per category on standard error; never a value
  --help     this text
`;

interface Source {
  readonly name: string;
  readonly open: () => Readable;
}

export const redact: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        jsonl: { type: 'boolean' },
        report: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }),
  );
  if (values.help) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  const job = new Job(io);
  const sources =
    positionals.length > 0 ? positionals.map(fileSource) : [{ name: 'standard input', open: () => io.stdin }];
  for (const source of sources) {
    if (!(await job.run(source, values.jsonl ? job.rows(source) : job.document(source)))) break;
  }
  if (values.report) io.stderr.write(report(job.counts));
  return job.badRows > 0 ? EXIT.badInput : EXIT.fine;
};

/** One run of the verb: what it counted and what it could not use. */
class Job {
  readonly counts: Counts = {};
  badRows = 0;
  readonly #redactor = createRedactor();

  constructor(readonly io: Io) {}

  /** Writes under back-pressure. False when the reader has gone (`| head`), which is no error. */
  async run(source: Source, output: AsyncIterable<string>): Promise<boolean> {
    try {
      await pipeline(output, this.io.stdout, { end: false });
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE') return false;
      if (error instanceof UsageError) throw error;
      if (typeof code === 'string') throw new UsageError(`cannot read ${source.name}: ${code}`);
      throw error;
    }
  }

  async *document({ name, open }: Source): AsyncGenerator<string> {
    const bytes = Buffer.concat((await open().toArray()) as Uint8Array[]);
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new UsageError(`${name} is not UTF-8; convert it first`);
    }
    yield this.#redact(text).text;
  }

  async *rows({ name, open }: Source): AsyncGenerator<string> {
    for await (const line of linesOf(open())) {
      const row = readRow(line);
      if (row === undefined) continue;
      if (typeof row === 'string') {
        this.badRows++;
        this.io.stderr.write(`hipaa-ai: ${name}, line ${line.number}: ${row}\n`);
      } else yield writeRow(row, this.#redact(row.text));
    }
  }

  #redact(text: string): Redaction {
    let redaction: Redaction;
    try {
      redaction = this.#redactor.redact(text);
    } catch {
      // the cause may hold text, and the command line prints what is thrown
      throw new Error('redaction failed; nothing of this document was written');
    }
    for (const { category } of redaction.spans) this.counts[category] = (this.counts[category] ?? 0) + 1;
    return redaction;
  }
}

function fileSource(name: string): Source {
  return { name, open: () => createReadStream(name) };
}

function report(counts: Counts): string {
  const rows = CATEGORIES.filter((category) => counts[category] !== undefined);
  if (rows.length === 0) return 'nothing found\n';
  return rows.map((category) => `${category.padEnd(12)} ${counts[category]}\n`).join('');
}
