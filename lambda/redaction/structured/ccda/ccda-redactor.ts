import { DocumentRedaction } from '../document-redaction';
import { ResourceIds } from '../fhir/resource-ids';
import type { StructuredRedaction, StructuredRedactorOptions } from '../field';
import { StructuredError } from '../structured-error';
import { readXml } from '../xml/xml-reader';
import { elementsIn, localName, type XmlElement } from '../xml/xml-tree';
import { writeXml } from '../xml/xml-writer';
import { attributeOf } from './attribute-redaction';
import { collectKnown } from './collect-known';
import { redactElement } from './element-redaction';

export interface CcdaRedactor {
  /**
   * One C-CDA document (CDA R2), redacted and still well-formed. Comments and processing instructions are left out.
   * @throws StructuredError INVALID_XML, or INVALID_CCDA for XML that is no ClinicalDocument
   */
  readonly redact: (xml: string) => StructuredRedaction;
}

export interface CcdaRedactorOptions extends StructuredRedactorOptions {
  /**
   * The year ages are reckoned to.
   * @default the year of the call, by UTC
   */
  readonly thisYear?: number;
}

export function createCcdaRedactor(options: CcdaRedactorOptions): CcdaRedactor {
  return {
    redact(xml) {
      const document = readXml(xml);
      const { root } = document;
      if (localName(root) !== 'ClinicalDocument') {
        throw new StructuredError('INVALID_CCDA', 'the root must be a ClinicalDocument of CDA R2');
      }
      const redaction = new DocumentRedaction(options);
      collectKnown(root, undefined, redaction.known);
      redactElement(root, undefined, {
        redaction,
        ids: new ResourceIds(),
        anchors: anchorsIn(root),
        thisYear: options.thisYear ?? new Date().getUTCFullYear(),
      });
      return { text: writeXml(document), counts: redaction.counts };
    },
  };
}

/** New XML ids in the order of the document, so that entries still point at their narrative. */
function anchorsIn(root: XmlElement): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const visit = (element: XmlElement): void => {
    const id = attributeOf(element, 'ID');
    if (id !== undefined && !anchors.has(id)) anchors.set(id, `part-${anchors.size + 1}`);
    for (const child of elementsIn(element)) visit(child);
  };
  visit(root);
  return anchors;
}
