import { randomUUID } from 'node:crypto';
import type { Counts } from '../../../lambda/redaction/category';
import { createCsvRedactor, StructuredError } from '../../../lambda/redaction/structured';
import type { Format, Pass } from './format';
import type { Source } from './source';
import { unusable } from './structured-document';
import { redactionFailed } from './structured-kind';
import { notUtf8 } from './whole';
import { UsageError } from '../verb';

/** Rows of CSV under a header row, each written before the next is read. */
export const csvRows: Format = async function* (source, pass) {
  const csv = createCsvRedactor(pass.structured({ record: randomUUID() }));
  const counts: Counts = {};
  try {
    yield* csv.rows(textsOf(source, pass), counts);
  } catch (error) {
    if (error instanceof StructuredError) throw unusable(source.name, error);
    throw error instanceof UsageError || hasCode(error) ? error : redactionFailed();
  } finally {
    pass.count(counts);
  }
};

async function* textsOf({ name, open }: Source, pass: Pass): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw notUtf8(name);
    }
  };
  for await (const bytes of open() as AsyncIterable<Uint8Array>) {
    yield decode(bytes);
    pass.done(bytes.length);
  }
  yield decode();
}

/** An error of the system, such as of a file that cannot be read. */
function hasCode(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
