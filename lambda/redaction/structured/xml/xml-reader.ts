import { SaxesParser } from 'saxes';
import { StructuredError } from '../structured-error';
import type { XmlElement } from './xml-tree';

/** Elements inside one another; deeper input is refused rather than risking the stack. */
export const MOST_XML_DEPTH = 256;

export interface XmlDocument {
  readonly root: XmlElement;
  /** Whether there was an XML declaration. */
  readonly declared: boolean;
}

/**
 * Reads XML 1.0. A document type is refused, so no entity is ever defined, fetched or expanded (XXE, "billion laughs");
 * comments and processing instructions are left out, for nothing says what they hold.
 * @param entities named entities beside the five of XML
 * @throws StructuredError INVALID_XML
 */
export function readXml(source: string, entities: Readonly<Record<string, string>> = {}): XmlDocument {
  const parser = new SaxesParser({ position: false });
  const document: XmlElement = {
    kind: 'element',
    name: '',
    attributes: [],
    children: [],
    selfClosing: false,
  };
  const open = [document];
  let declared = false;
  Object.assign(parser.ENTITIES, entities);
  parser.on('error', () => {
    throw new StructuredError('INVALID_XML', `not well-formed XML, inside element number ${opened}`);
  });
  parser.on('doctype', () => {
    throw new StructuredError('INVALID_XML', 'a document type (DOCTYPE) is not allowed; remove it');
  });
  parser.on('xmldecl', () => {
    declared = true;
  });
  let opened = 0;
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    opened++;
    if (open.length > MOST_XML_DEPTH) {
      throw new StructuredError('INVALID_XML', `nested deeper than ${MOST_XML_DEPTH} elements; flatten it`);
    }
    const element: XmlElement = {
      kind: 'element',
      name,
      attributes: Object.entries(attributes),
      children: [],
      selfClosing: isSelfClosing,
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const addText = (text: string): void => {
    const siblings = open.at(-1)?.children;
    const last = siblings?.at(-1);
    if (last?.kind === 'text') last.text += text;
    else siblings?.push({ kind: 'text', text });
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(source.startsWith('\ufeff') ? source.slice(1) : source).close();
  const root = document.children.find((node) => node.kind === 'element');
  if (root === undefined) throw new StructuredError('INVALID_XML', 'no element was found');
  return { root, declared };
}
