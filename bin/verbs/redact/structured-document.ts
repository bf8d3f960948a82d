import { randomUUID } from 'node:crypto';
import { StructuredError } from '../../../lambda/redaction/structured';
import { UsageError } from '../verb';
import type { Format } from './format';
import { redactStructured, type StructuredKind } from './structured-kind';
import { readWhole } from './whole';

/** The whole source is one document of the kind. */
export function structuredDocument(kind: StructuredKind): Format {
  return async function* (source, pass) {
    const { text, bytes } = await readWhole(source);
    try {
      yield redactStructured(kind, text, { record: randomUUID() }, pass);
    } catch (error) {
      throw error instanceof StructuredError ? unusable(source.name, error) : error;
    }
    pass.done(bytes);
  };
}

/** Says where the source breaks its format, and nothing of it. */
export function unusable(name: string, { message }: StructuredError): UsageError {
  return new UsageError(`${name}: ${message}`);
}
