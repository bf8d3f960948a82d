import type { Counts } from './category';
import type { DocumentType } from './document-type';
import { RedactionError } from './errors';
import { addCounts, redactJson } from './json-redaction';
import type { Redactor } from './redactor';

/** Takes the identifiers out of one document. */
export interface DocumentRedactor {
  /** @throws RedactionError `CONTENT_REFUSED` when the document may hide what a reader of it would see */
  readonly redact: (text: string) => { readonly text: string; readonly counts: Counts };
}

/** The redactor of each kind of document. */
export type RedactorFor = (type: DocumentType) => DocumentRedactor;

/** A name written as `&#81;uill` is a name to every reader of the format, and no name to a reader of text. */
const HIDING: Partial<Readonly<Record<DocumentType, RegExp>>> = {
  xml: /&(?:#|apos;)|<!(?:DOCTYPE|ENTITY|\[CDATA\[)/u,
  hl7v2: /\\X/u,
};

/** JSON is read by its values, every other kind as the text it is. Redactors that know a kind better take its place here. */
export function createRedactorFor(redactor: Redactor): RedactorFor {
  return (type) => ({
    redact(document) {
      if (HIDING[type]?.test(document) === true) {
        throw refused(
          `a document of type ${type} hides characters from those who read it as text; write them out`,
        );
      }
      return type === 'json' ? redactJsonDocument(document, redactor) : redactor.redact(document);
    },
  });
}

/** One value, or one a line. */
function redactJsonDocument(document: string, redactor: Redactor): { text: string; counts: Counts } {
  const whole = valueOf(document);
  if (whole !== undefined) {
    const { value, counts } = redactJson(whole.value, redactor);
    return { text: JSON.stringify(value), counts };
  }
  const counts: Counts = {};
  const lines = document.split('\n').map((line) => {
    if (line.trim() === '') return line;
    const parsed = valueOf(line);
    if (parsed === undefined)
      throw refused('the document is no JSON, and its lines are not either; correct it');
    const redaction = redactJson(parsed.value, redactor);
    addCounts(counts, redaction.counts);
    return JSON.stringify(redaction.value);
  });
  return { text: lines.join('\n'), counts };
}

function valueOf(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown };
  } catch {
    return undefined;
  }
}

function refused(message: string): RedactionError {
  return new RedactionError('CONTENT_REFUSED', message);
}
