import type { DocumentRedaction } from '../document-redaction';
import { StructuredError } from '../structured-error';
import { redactJoined } from '../xml/joined-text';
import { readXml } from '../xml/xml-reader';
import type { XmlElement } from '../xml/xml-tree';
import { writeXml } from '../xml/xml-writer';

const XHTML = 'http://www.w3.org/1999/xhtml';
const LAYOUT = new Set(['colspan', 'rowspan', 'border']);

// FHIR allows the entities of HTML; these are U+00A0 to U+00FF in order, and what word processors write
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const ENTITIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LATIN1.split(' ').map((name, at) => [name, String.fromCharCode(0xa0 + at)])),
  ndash: '\u2013',
  mdash: '\u2014',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201c',
  rdquo: '\u201d',
  bull: '\u2022',
  hellip: '\u2026',
  trade: '\u2122',
  le: '\u2264',
  ge: '\u2265',
};

/** The `div` of a Narrative: text redacted, layout kept, pictures, links and every other attribute left out. */
export function redactNarrative(div: string, redaction: DocumentRedaction): string {
  let root: XmlElement;
  try {
    root = readXml(div, ENTITIES).root;
  } catch (error) {
    if (!(error instanceof StructuredError)) throw error;
    // not XHTML: nobody can say what is text in it
    const label = redaction.field({ category: 'OTHER_ID', detector: 'narrative' }, div);
    root = {
      kind: 'element',
      name: 'div',
      attributes: [],
      children: [{ kind: 'text', text: label }],
      selfClosing: false,
    };
  }
  strip(root, redaction);
  redactJoined(root, redaction);
  root.attributes.unshift(['xmlns', XHTML]);
  return writeXml({ root, declared: false });
}

function strip(element: XmlElement, redaction: DocumentRedaction): void {
  element.attributes = element.attributes.filter(
    ([name, value]) => LAYOUT.has(name) && /^\d{1,3}$/.test(value),
  );
  element.children = element.children.filter((child) => {
    const picture = child.kind === 'element' && child.name === 'img';
    if (picture) redaction.count('PHOTO');
    return !picture;
  });
  for (const child of element.children) if (child.kind === 'element') strip(child, redaction);
}
