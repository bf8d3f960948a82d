import type { KnownValues } from '../known-values';
import { elementsIn, localName, textOf, type XmlElement } from '../xml/xml-tree';
import { attributeOf, categoryOfRoot } from './attribute-redaction';
import { nameOf } from './element-policy';

/** Names, numbers and towns that header and entries give. */
export function collectKnown(element: XmlElement, parent: XmlElement | undefined, known: KnownValues): void {
  switch (localName(element)) {
    case 'name':
      if (nameOf(element, parent) === 'person') addName(element, known);
      break;
    case 'id':
      known.addCode(
        categoryOfRoot(attributeOf(element, 'root') ?? ''),
        attributeOf(element, 'extension') ?? '',
      );
      break;
    case 'telecom':
      known.addCode('PHONE', (attributeOf(element, 'value') ?? '').replace(/^(?:tel|fax|sms):/i, ''));
      break;
    case 'city':
      known.addTown(textOf(element));
      break;
    case 'postalCode':
      known.addZip(textOf(element));
      break;
  }
  for (const child of elementsIn(element)) collectKnown(child, element, known);
}

function addName(name: XmlElement, known: KnownValues): void {
  const parts = elementsIn(name);
  if (parts.length === 0) known.addName(textOf(name));
  for (const part of parts) if (/^(?:given|family)$/.test(localName(part))) known.addName(textOf(part));
}
