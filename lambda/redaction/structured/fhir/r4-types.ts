import packed from './r4-types.json';

const RESOURCES = new Set(packed.resources.split(' '));
const usual = new Map(entriesOf(packed.usual));
const byParent = new Map<string, ReadonlyMap<string, string>>();

export function isResourceType(name: string): boolean {
  return RESOURCES.has(name);
}

/** A type that FHIR R4 describes: a resource, a data type, or a part such as `Patient.contact`. */
export function isKnownType(type: string): boolean {
  return Object.hasOwn(packed.types, type);
}

/** `string`, `dateTime`, … start with a small letter. */
export function isPrimitive(type: string): boolean {
  return /^[a-z]/.test(type);
}

/** The type of an element by FHIR R4 4.0.1; undefined if the parent has no such element. */
export function elementType(parent: string, element: string): string | undefined {
  switch (element) {
    case 'id':
      return isResourceType(parent) ? 'id' : 'string';
    case 'extension':
    case 'modifierExtension':
      return 'Extension';
  }
  if (isResourceType(parent)) {
    const shared = OF_RESOURCES.get(element);
    if (shared !== undefined) return shared;
  }
  const elements = elementsOf(parent);
  return elements.get(element) ?? (elements.has('value[x]') ? openType(element) : undefined);
}

const OF_RESOURCES = new Map([
  ['meta', 'Meta'],
  ['implicitRules', 'uri'],
  ['language', 'code'],
  ['text', 'Narrative'],
  ['contained', 'Resource'],
]);

const PRIMITIVES = new Set(
  'base64Binary boolean canonical code date dateTime decimal id instant integer markdown oid positiveInt string time unsignedInt uri url uuid'.split(
    ' ',
  ),
);

/** `valueString` is a string, `valueHumanName` a HumanName. */
function openType(element: string): string | undefined {
  const suffix = /^value([A-Z]\w*)$/.exec(element)?.[1];
  if (suffix === undefined) return undefined;
  const primitive = suffix.charAt(0).toLowerCase() + suffix.slice(1);
  if (PRIMITIVES.has(primitive)) return primitive;
  return isKnownType(suffix) && !isResourceType(suffix) ? suffix : undefined;
}

function elementsOf(parent: string): ReadonlyMap<string, string> {
  const seen = byParent.get(parent);
  if (seen) return seen;
  const line = isKnownType(parent) ? ((packed.types as Record<string, string>)[parent] ?? '') : '';
  const elements = new Map(
    entriesOf(line).map(([name, type]) => [
      name,
      type === '.' ? `${parent}.${name}` : (type ?? usual.get(name) ?? ''),
    ]),
  );
  byParent.set(parent, elements);
  return elements;
}

function entriesOf(line: string): [string, string][] {
  if (line === '') return [];
  return line.split(' ').map((entry) => {
    const colon = entry.indexOf(':');
    return colon < 0 ? [entry, usual.get(entry) ?? ''] : [entry.slice(0, colon), entry.slice(colon + 1)];
  });
}
