import { addCounts, type Counts } from './category';
import type { DocumentType } from './document-type';
import { RedactionError } from './errors';
import type { Redactor } from './redactor';
import {
  createCcdaRedactor,
  createCsvRedactor,
  createFhirRedactor,
  createHl7Redactor,
  createJsonRedactor,
  isFhir,
  StructuredError,
  type StructuredRedaction,
} from './structured';

/** Takes the identifiers out of one document. */
export interface DocumentRedactor {
  /** Rejects with RedactionError `CONTENT_REFUSED` when the document cannot be read as its format. */
  readonly redact: (text: string) => Promise<StructuredRedaction>;
}

/** The redactor of each kind of document. */
export type RedactorFor = (type: DocumentType) => DocumentRedactor;

/** Text goes through the engine, every other kind through the redactor that knows its fields. */
export function createRedactorFor(redactor: Redactor): RedactorFor {
  const options = { redactor };
  const json = createJsonRedactor(options);
  const fhir = createFhirRedactor(options);
  const redactJson = (document: string): StructuredRedaction =>
    (isFhir(document) ? fhir : json).redact(document);
  const redactors: Readonly<
    Record<DocumentType, (document: string) => StructuredRedaction | Promise<StructuredRedaction>>
  > = {
    text: (document) => redactor.redact(document),
    json: (document) => redactJsonDocument(document, redactJson),
    xml: createCcdaRedactor(options).redact,
    hl7v2: createHl7Redactor(options).redact,
    csv: createCsvRedactor(options).redact,
    tsv: createCsvRedactor({ ...options, delimiter: '\t' }).redact,
  };
  return (type) => ({
    async redact(document) {
      try {
        const { text, counts } = await redactors[type](document);
        return { text, counts };
      } catch (error) {
        // what it says holds no value, and nothing of it else is kept
        throw error instanceof StructuredError ? new RedactionError('CONTENT_REFUSED', error.message) : error;
      }
    },
  });
}

/** One value, or one a line. */
function redactJsonDocument(
  document: string,
  redact: (json: string) => StructuredRedaction,
): StructuredRedaction {
  try {
    return redact(document);
  } catch (error) {
    const lines = document.split('\n');
    const isOne = lines.filter((line) => line.trim() !== '').length < 2;
    if (!(error instanceof StructuredError) || error.code !== 'INVALID_JSON' || isOne) throw error;
    return redactLines(lines, redact);
  }
}

function redactLines(
  lines: readonly string[],
  redact: (json: string) => StructuredRedaction,
): StructuredRedaction {
  const counts: Counts = {};
  const redacted = lines.map((line, at) => {
    if (line.trim() === '') return line;
    try {
      const redaction = redact(line);
      addCounts(counts, redaction.counts);
      return redaction.text;
    } catch (error) {
      if (!(error instanceof StructuredError)) throw error;
      throw new RedactionError(
        'CONTENT_REFUSED',
        `neither one JSON document nor one a line: line ${at + 1}: ${error.message}`,
      );
    }
  });
  return { text: redacted.join('\n'), counts };
}
