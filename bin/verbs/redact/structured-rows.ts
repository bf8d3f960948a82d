import { randomUUID } from 'node:crypto';
import { StructuredError } from '../../../lambda/redaction/structured';
import type { Format } from './format';
import { linesOf, textOf } from './row';
import { redactStructured, type StructuredKind } from './structured-kind';

/** Each line is a document of the kind, such as a resource of a bulk export, and is answered before the next is read. */
export function structuredRows(kind: Extract<StructuredKind, 'fhir' | 'json'>): Format {
  return async function* ({ name, open }, pass) {
    for await (const line of linesOf(open())) {
      const text = textOf(line);
      if (text === undefined) pass.leaveOut(`${name}, line ${line.number}: not UTF-8`);
      else if (text.trim() !== '') {
        try {
          yield `${redactStructured(kind, text.trim(), { record: randomUUID() }, pass)}\n`;
        } catch (error) {
          if (!(error instanceof StructuredError)) throw error;
          pass.leaveOut(`${name}, line ${line.number}: ${error.message}`);
        }
      }
      pass.done(line.bytes.length + 1);
    }
  };
}
