import type { Category } from '../../category';
import type { DocumentRedaction } from '../document-redaction';
import { yearOf } from '../fhir/dates';
import { NOWHERE, type ResourceIds } from '../fhir/resource-ids';
import { isLabel } from '../../label-walls';
import { localName, type XmlElement } from '../xml/xml-tree';
import { CODED_ATTRIBUTES, DISPLAY_ATTRIBUTES } from './element-policy';

/** What the elements of one document share. */
export interface CcdaDocument {
  readonly redaction: DocumentRedaction;
  readonly ids: ResourceIds;
  /** XML ids of narrative parts -> new ones. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly thisYear: number;
}

const OID = /^[0-2](?:\.\d+)+$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Systems of the whole country, which name no facility: SSN, NPI, DEA, states' licences, … */
const NATIONAL = /^2\.16\.840\.1\.113883\.4\.\d+$/;
const CODE = /^[^\s@]{0,128}$/;
const VERSION = /^[\w.-]{0,24}$/;
const TIMESTAMP =
  /^((?:18|19|20)\d{2})(?:\d{2}(?:\d{2}(?:\d{2}(?:\d{2}(?:\d{2}(?:\.\d{1,4})?)?)?)?)?)?(?:[+-]\d{4})?$/;
const NUMBER = /^[+-]?\d{1,6}(?:\.\d{1,12})?$/;
const OLDEST_AGE_SHOWN = 89;
const SCHEMES = new Map<string, Category>([
  ['tel', 'PHONE'],
  ['sms', 'PHONE'],
  ['fax', 'FAX'],
  ['mailto', 'EMAIL'],
]);

export function categoryOfRoot(root: string): Category {
  if (root === '2.16.840.1.113883.4.1') return 'SSN';
  if (root === '2.16.840.1.113883.4.6' || root.startsWith('2.16.840.1.113883.4.3.')) return 'LICENSE';
  return root === '2.16.840.1.113883.4.572' ? 'HEALTH_PLAN' : 'OTHER_ID';
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find(([key]) => key === name)?.[1];
}

/** Redacts the attributes of an element in place. One whose value must go leaves `nullFlavor="MSK"` (masked) behind. */
export function redactAttributes(element: XmlElement, document: CcdaDocument): void {
  let masked = false;
  element.attributes = element.attributes.flatMap(([name, value]): [string, string][] => {
    const redacted = redactAttribute(element, name, value, document);
    if (redacted !== undefined) return [[name, redacted]];
    if (name === 'value' || name === 'root' || name === 'extension' || name === 'code') masked = true;
    return [];
  });
  if (masked && attributeOf(element, 'nullFlavor') === undefined)
    element.attributes.push(['nullFlavor', 'MSK']);
}

function redactAttribute(
  element: XmlElement,
  name: string,
  value: string,
  document: CcdaDocument,
): string | undefined {
  const { redaction, anchors } = document;
  if (name === 'xmlns' || name.startsWith('xmlns:')) return /^[\w:/.-]*$/.test(value) ? value : undefined;
  if (DISPLAY_ATTRIBUTES.has(name)) return redaction.knownIn(value);
  if (CODED_ATTRIBUTES.has(name)) return codedAttribute(value, document);
  if (name === 'ID') return anchors.get(value);
  switch (name) {
    case 'root':
      return root(element, value, document);
    case 'extension':
      return extension(element, value, document);
    case 'value':
      return valueAttribute(element, value, document);
    case 'referencedObject':
    case 'IDREF':
      return anchors.get(value);
  }
  redaction.count('OTHER_ID');
  return undefined;
}

function codedAttribute(value: string, { redaction }: CcdaDocument): string | undefined {
  if (CODE.test(value) && redaction.known.find(value).length === 0) return value;
  // `use` and `styleCode` are lists of codes
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(value)) return redaction.knownIn(value);
  redaction.count('OTHER_ID');
  return undefined;
}

function root(element: XmlElement, value: string, { redaction, ids }: CcdaDocument): string | undefined {
  if (UUID.test(value)) {
    const id = ids.ofResource(NOWHERE, '', value);
    if (id !== value) redaction.count('OTHER_ID');
    return id;
  }
  const schema = /^(?:templateId|typeId|realmCode)$/.test(localName(element));
  if (OID.test(value) && (schema || NATIONAL.test(value))) return value;
  redaction.count('OTHER_ID');
  return undefined;
}

function extension(element: XmlElement, value: string, { redaction }: CcdaDocument): string | undefined {
  if (/^(?:templateId|typeId)$/.test(localName(element)) && VERSION.test(value)) return value;
  const category = categoryOfRoot(attributeOf(element, 'root') ?? '');
  return redaction.field({ category, detector: 'ccda-id' }, value);
}

function valueAttribute(element: XmlElement, value: string, document: CcdaDocument): string | undefined {
  const { redaction, anchors, thisYear } = document;
  const name = localName(element);
  if (name === 'reference') {
    const anchor = anchors.get(value.replace(/^#/, ''));
    if (anchor === undefined) redaction.count('URL');
    return anchor === undefined ? undefined : `#${anchor}`;
  }
  if (name === 'telecom') return telecom(value, document);
  const unit = attributeOf(element, 'unit');
  if (unit !== undefined && NUMBER.test(value)) {
    const old = unit === 'a' && Number(value) > OLDEST_AGE_SHOWN;
    if (old) redaction.count('AGE_OVER_89');
    return old ? undefined : value;
  }
  const year = TIMESTAMP.exec(value)?.[1];
  if (year !== undefined) return date(value, year, redaction, thisYear);
  if (/^(?:true|false)$/.test(value) || NUMBER.test(value)) return value;
  const text = redaction.unknown(value);
  return text === '' || isLabel(text) ? undefined : text;
}

function date(
  value: string,
  year: string,
  redaction: DocumentRedaction,
  thisYear: number,
): string | undefined {
  const shown = yearOf(year, thisYear);
  if (value === year) {
    if (shown === undefined) redaction.count('DATE');
    return shown;
  }
  const replaced = redaction.field({ category: 'DATE', detector: 'ccda-date' }, value);
  return TIMESTAMP.test(replaced) ? replaced : shown;
}

function telecom(value: string, { redaction }: CcdaDocument): string {
  const [, scheme = '', rest = value] = /^([a-z]+):(.*)$/is.exec(value) ?? [];
  const category = SCHEMES.get(scheme.toLowerCase()) ?? (/^https?$/i.test(scheme) ? 'URL' : 'PHONE');
  const kept = SCHEMES.has(scheme.toLowerCase()) || category === 'URL' ? `${scheme}:` : '';
  return kept + redaction.field({ category, detector: 'ccda-telecom' }, rest);
}
