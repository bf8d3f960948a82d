import packed from '../../lambda/redaction/structured/fhir/r4-types.json';
import { SCHEMA_STRINGS } from '../../lambda/redaction/structured/fhir/element-policy';
import { elementType, isPrimitive } from '../../lambda/redaction/structured/fhir/r4-types';

/** An invented person, as the fields of a record would hold them. */
export interface Person {
  readonly given: string;
  readonly family: string;
  readonly mrn: string;
  readonly phone: string;
}

export const ISOLDE: Person = {
  given: 'Isolde',
  family: 'Quillfeather',
  mrn: 'QX-887766-5',
  phone: '312-555-0187',
};

/** A resource of a type with a value in every element it has, each full of identifiers. */
export function plantedResource(type: string, person: Person): object {
  return { resourceType: type, ...members(type, person, new Set()) };
}

/** A Bundle of a patient and a resource in which everything is filled. */
export function plantedBundle(type: string, person: Person): string {
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        fullUrl: 'https://fhir.lakeview.example/Patient/pat-887766',
        resource: {
          resourceType: 'Patient',
          id: 'pat-887766',
          name: [{ family: person.family, given: [person.given] }],
          identifier: [{ value: person.mrn }],
          telecom: [{ system: 'phone', value: person.phone }],
        },
      },
      { fullUrl: `https://fhir.lakeview.example/${type}/x-887766`, resource: plantedResource(type, person) },
    ],
  });
}

/** @param planted data types and parts that are filled already; once each is enough */
function members(type: string, person: Person, planted: Set<string>): Record<string, unknown> {
  const elements =
    (packed.types as Record<string, string>)[type]?.split(' ').filter((entry) => entry !== '') ?? [];
  const names = elements.map((entry) => entry.split(':')[0] ?? '').filter((name) => name !== 'value[x]');
  const shared = [
    'id',
    'extension',
    ...(planted.size === 0 ? ['meta', 'text', 'implicitRules', 'contained'] : []),
  ];
  return Object.fromEntries(
    [...shared, ...names].flatMap((name): [string, unknown][] => {
      const of = elementType(type, name);
      if (of === undefined) return [];
      if (isPrimitive(of))
        return [
          [name, primitive(of, `${type}.${name}`, person)],
          [`_${name}`, shadow(person)],
        ];
      if (planted.has(of)) return [];
      planted.add(of);
      return [[name, complex(of, person, planted)]];
    }),
  );
}

function complex(type: string, person: Person, planted: Set<string>): unknown {
  if (type === 'Resource')
    return [{ resourceType: 'Basic', id: `b-${person.mrn}`, author: { display: person.given } }];
  if (type === 'Extension') return [extension(person)];
  return members(type, person, planted);
}

const extension = (person: Person): object => ({
  url: 'http://lakeview.example/ext/note',
  valueString: `${person.given} ${person.family}`,
});

const shadow = (person: Person): object => ({ id: person.family, extension: [extension(person)] });

function primitive(type: string, element: string, person: Person): unknown {
  const { given, family, mrn, phone } = person;
  switch (type) {
    case 'boolean':
      return true;
    case 'decimal':
      return element.startsWith('Location.position') ? 41.887766 : 1.5;
    case 'integer':
    case 'positiveInt':
    case 'unsignedInt':
      return /\.value[A-Z]/.test(element) ? 88776651 : 7;
    case 'code':
      return 'final';
    case 'date':
      return '1985-03-04';
    case 'dateTime':
      return '2024-03-04T10:11:12+01:00';
    case 'instant':
      return '2024-03-04T10:11:12Z';
    case 'time':
      return '10:11:12';
    case 'id':
      return `id-887766`;
    case 'oid':
      return 'urn:oid:1.2.887766';
    case 'uuid':
      return 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9188776600';
    case 'canonical':
    case 'uri':
    case 'url':
      return `https://host.example/${family}/887766?name=${given}`;
    case 'base64Binary':
      return Buffer.from(family).toString('base64');
    case 'xhtml':
      return `<div xmlns="http://www.w3.org/1999/xhtml" title="${family}"><p>${given} <b>${family}</b>, MRN ${mrn}</p><a href="tel:${phone}">call ${phone}</a></div>`;
    default:
      if (SCHEMA_STRINGS.has(element)) return `${given} ${family} ${mrn} ${phone}`;
      return `Seen by Dr. ${given} ${family}, MRN ${mrn}, call ${phone} on 3/4/2024.`;
  }
}

/** What of a person, and of where and when, no output may hold. */
export function tracesOf({ given, family, mrn, phone }: Person): readonly string[] {
  return [
    given,
    family,
    mrn,
    phone,
    Buffer.from(family).toString('base64'),
    '887766',
    '03-04',
    '3/4',
    '10:11:12Z',
    'host.example',
  ];
}
