import { localName, type XmlElement } from '../xml/xml-tree';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const PERSONS = words(
  'patient assignedPerson informationRecipient associatedPerson guardianPerson relatedPerson relatedSubject subject personInformationRecipient subjectPerson',
);
const ORGANIZATIONS = words(
  'representedOrganization representedCustodianOrganization providerOrganization receivedOrganization scopingOrganization wholeOrganization serviceProviderOrganization manufacturerOrganization guardianOrganization location place assignedEntity healthCareFacility',
);

/** Attributes with a value of a table of HL7 or of a vocabulary. */
export const CODED_ATTRIBUTES: ReadonlySet<string> = words(
  'xsi:type type typeCode classCode moodCode determinerCode nullFlavor use unit code codeSystem codeSystemVersion operator inversionInd contextConductionInd contextControlCode negationInd independentInd seperatableInd qualifier institutionSpecified mediaType language representation partType colspan rowspan border align valign width styleCode listType alignment inclusive xml:lang',
);
/** Attributes with words of a vocabulary. */
export const DISPLAY_ATTRIBUTES: ReadonlySet<string> = words('displayName codeSystemName');

/** Texts that say what they are: read as text. Any other text outside narratives is of a kind nobody knows. */
export const TEXT_ELEMENTS: ReadonlySet<string> = words(
  'title text originalText value desc softwareName manufacturerModelName translation',
);

/** Who or what a `name` names, by the element around it. */
export function nameOf(name: XmlElement, parent: XmlElement | undefined): 'person' | 'facility' | 'thing' {
  const owner = parent === undefined ? '' : localName(parent);
  const parts = name.children.some(
    (child) => child.kind === 'element' && /^(?:given|family)$/.test(localName(child)),
  );
  if (parts || PERSONS.has(owner)) return 'person';
  return ORGANIZATIONS.has(owner) ? 'facility' : 'thing';
}
