import type { Counts } from '../redaction/category';
import { replaceSpans } from '../redaction/detector';
import { RedactionError } from '../redaction/errors';
import { label } from '../redaction/operators/label';
import type { Redactor } from '../redaction/redactor';
import { countByCategory } from '../redaction/span';
import type { DocumentType } from './document-type';

/** Takes the identifiers out of one document. */
export interface DocumentRedactor {
  /** @throws RedactionError `CONTENT_REFUSED` when the document may hide what a reader of it would see */
  readonly redact: (text: string) => { readonly text: string; readonly counts: Counts };
}

/** The redactor of each kind of document. */
export type RedactorFor = (type: DocumentType) => DocumentRedactor;

/**
 * A name written as `&#81;uill` or `\u0051uill` is a name to every reader of the format, and no name to a reader of text.
 */
const HIDING: Partial<Readonly<Record<DocumentType, RegExp>>> = {
  json: /\\u/u,
  xml: /&(?:#|apos;)|<!(?:DOCTYPE|ENTITY|\[CDATA\[)/u,
  hl7v2: /\\X/u,
};

/** Ends of lines and tabs as JSON writes them, so that no letter of theirs is read as part of a word. */
const JSON_ESCAPE = /\\(.)/gu;

/** Every kind is read as the text it is. A redactor that knows the structure of a kind takes its place here. */
export function readingAsText({ detect }: Redactor): RedactorFor {
  return (type) => ({
    redact(document) {
      if (HIDING[type]?.test(document) === true) {
        throw new RedactionError(
          'CONTENT_REFUSED',
          `a document of type ${type} writes characters in a way that reading it as text does not see through; write them out`,
        );
      }
      const read =
        type === 'json'
          ? document.replaceAll(JSON_ESCAPE, (escape, sign: string) =>
              'bfnrt'.includes(sign) ? '\n ' : escape,
            )
          : document;
      const spans = detect(read);
      return { text: replaceSpans(document, spans, label), counts: countByCategory(spans) };
    },
  });
}
