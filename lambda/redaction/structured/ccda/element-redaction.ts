import { STATE_CODES, STATE_NAMES } from '../../recognizers/us-states';
import type { Field } from '../field';
import { redactJoined } from '../xml/joined-text';
import { elementsIn, localName, textOf, type XmlElement } from '../xml/xml-tree';
import { attributeOf, redactAttributes, type CcdaDocument } from './attribute-redaction';
import { nameOf, TEXT_ELEMENTS } from './element-policy';

const NAME: Field = { category: 'NAME', detector: 'ccda-name' };
const FACILITY: Field = { category: 'GEO', detector: 'facility' };
const STATES = new Set([...STATE_CODES, ...STATE_NAMES].map((state) => state.toLowerCase()));
const COUNTRY = /^[A-Z]{2,3}$/;
const NARRATIVE = new Set(['text', 'title']);

/** Redacts an element and all in it, in place. */
export function redactElement(
  element: XmlElement,
  parent: XmlElement | undefined,
  document: CcdaDocument,
): void {
  redactAttributes(element, document);
  switch (localName(element)) {
    case 'name':
      redactName(element, parent, document);
      return;
    case 'addr':
      redactAddress(element, document);
      return;
    case 'lotNumberText':
      replaceTexts(element, { category: 'DEVICE', detector: 'ccda-element' }, document);
      return;
  }
  if (isPayload(element)) {
    if (textOf(element).trim() !== '') document.redaction.count('OTHER_ID');
    element.children = [];
  } else if (NARRATIVE.has(localName(element))) {
    redactNarrative(element, document);
  } else redactContent(element, document);
}

/** A narrative is one text over all its markup. */
function redactNarrative(element: XmlElement, document: CcdaDocument): void {
  const stripAttributes = (inner: XmlElement): void => {
    redactAttributes(inner, document);
    for (const child of elementsIn(inner)) stripAttributes(child);
  };
  for (const child of elementsIn(element)) stripAttributes(child);
  redactJoined(element, document.redaction);
}

function redactContent(element: XmlElement, document: CcdaDocument): void {
  const { redaction } = document;
  element.children = element.children.filter((child) => {
    const named = child.kind === 'element' && redaction.known.find(child.name).length > 0;
    if (named) redaction.count('OTHER_ID');
    return !named;
  });
  for (const child of element.children) {
    if (child.kind === 'element') redactElement(child, element, document);
    else if (child.text.trim() !== '') {
      child.text = TEXT_ELEMENTS.has(localName(element))
        ? redaction.text(child.text)
        : redaction.unknown(child.text);
    }
  }
}

function redactName(element: XmlElement, parent: XmlElement | undefined, document: CcdaDocument): void {
  switch (nameOf(element, parent)) {
    case 'person':
      replaceTexts(element, NAME, document);
      break;
    case 'facility':
      replaceTexts(element, FACILITY, document);
      break;
    case 'thing':
      for (const child of elementsIn(element)) redactElement(child, element, document);
      redactJoined(element, document.redaction);
  }
}

/** State and country stay; a period of use is a date. */
function redactAddress(element: XmlElement, document: CcdaDocument): void {
  for (const child of element.children) {
    if (child.kind === 'text') {
      if (child.text.trim() !== '') {
        child.text = document.redaction.field({ category: 'GEO', detector: 'street-address' }, child.text);
      }
      continue;
    }
    const name = localName(child);
    const value = textOf(child).trim();
    const stays =
      (name === 'state' && STATES.has(value.toLowerCase())) || (name === 'country' && COUNTRY.test(value));
    if (name === 'useablePeriod') redactElement(child, element, document);
    else if (stays) redactAttributes(child, document);
    else {
      const street = /street|house|additionalLocator|unit/i.test(name);
      redactAttributes(child, document);
      replaceTexts(child, { category: 'GEO', detector: street ? 'street-address' : 'place' }, document);
    }
  }
}

/** Every text inside is an identifier of one kind. */
function replaceTexts(element: XmlElement, field: Field, document: CcdaDocument): void {
  for (const child of element.children) {
    if (child.kind === 'element') {
      redactAttributes(child, document);
      replaceTexts(child, field, document);
    } else child.text = document.redaction.field(field, child.text);
  }
}

/** A document or a picture in base64, and any body that is no plain text. */
function isPayload(element: XmlElement): boolean {
  if (attributeOf(element, 'representation') === 'B64') return true;
  const media = attributeOf(element, 'mediaType');
  return media !== undefined && !/^text\/(?:plain|x-hl7-text\+xml)$/.test(media);
}
