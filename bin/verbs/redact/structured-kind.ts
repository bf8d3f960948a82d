import {
  createCcdaRedactor,
  createFhirRedactor,
  createHl7Redactor,
  createJsonRedactor,
  StructuredError,
  type StructuredRedaction,
  type StructuredRedactorOptions,
} from '../../../lambda/redaction/structured';
import type { Owner, Pass } from './format';

/** Redacts one document of a kind. */
type CreateRedactor = (options: StructuredRedactorOptions) => {
  readonly redact: (document: string) => StructuredRedaction;
};

/** Kinds that are read whole; rows of CSV are not. */
export type StructuredKind = 'fhir' | 'hl7' | 'ccda' | 'json';

const REDACTORS: Readonly<Record<StructuredKind, CreateRedactor>> = {
  fhir: createFhirRedactor,
  hl7: createHl7Redactor,
  ccda: createCcdaRedactor,
  json: createJsonRedactor,
};

/**
 * One document of a kind, redacted and counted.
 *
 * @throws StructuredError it is none of that kind
 */
export function redactStructured(kind: StructuredKind, document: string, owner: Owner, pass: Pass): string {
  const { text, counts } = orFailed(() => REDACTORS[kind](pass.structured(owner)).redact(document));
  pass.count(counts);
  return text;
}

/** @throws Error with nothing of the text in it, or the StructuredError of `work` */
function orFailed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof StructuredError ? error : redactionFailed();
  }
}

/** What is said instead of a cause: that may hold text, and the command line prints what is thrown. */
export function redactionFailed(): Error {
  return new Error('redaction failed; nothing of this document was written');
}
