import { elementType, isPrimitive, isResourceType } from '../../lambda/redaction/structured/fhir/r4-types';

type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** Forms of FHIR R4 2.24.0.1, written here apart from the code under test. */
const FORMS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}(-\d{2}(-\d{2})?)?$/,
  dateTime: /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?)?)?$/,
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  time: /^\d{2}:\d{2}:\d{2}(\.\d+)?$/,
  id: /^[A-Za-z0-9\-.]{1,64}$/,
  code: /^[^\s]+(\s[^\s]+)*$/,
  uri: /^\S*$/,
  url: /^\S*$/,
  canonical: /^\S*$/,
  uuid: /^urn:uuid:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
  oid: /^urn:oid:[0-2](\.(0|[1-9]\d*))+$/,
  base64Binary: /^[A-Za-z0-9+/=\s]*$/,
  xhtml: /^<div xmlns="http:\/\/www\.w3\.org\/1999\/xhtml">[\s\S]*<\/div>$/,
  string: /[\s\S]/,
  markdown: /[\s\S]/,
};
const NUMBERS = new Set(['decimal', 'integer', 'positiveInt', 'unsignedInt']);

/** Paths at which a resource is not what FHIR R4 allows: elements it has not, values of a wrong kind or form. */
export function misshapen(json: string): string[] {
  return resource(JSON.parse(json) as Value, 'root');
}

function resource(value: Value, path: string): string[] {
  const type = isObject(value) ? value['resourceType'] : undefined;
  if (typeof type !== 'string' || !isResourceType(type)) return [path];
  return members(value as Readonly<Record<string, Value>>, type, path);
}

function members(value: Readonly<Record<string, Value>>, type: string, path: string): string[] {
  return Object.entries(value).flatMap(([key, member]): string[] => {
    const at = `${path}.${key}`;
    if (key === 'resourceType') return [];
    const of = elementType(type, key.replace(/^_/, ''));
    if (of === undefined) return [at];
    if (key.startsWith('_'))
      return each(member, at, (item) => (item === null ? [] : element(item, 'Element', at)));
    return each(member, at, (item) => element(item, of, at));
  });
}

function element(value: Value, type: string, path: string): string[] {
  if (type === 'Resource') return resource(value, path);
  if (!isPrimitive(type)) return isObject(value) ? members(value, type, path) : [path];
  if (value === null) return path.endsWith(']') ? [] : [path];
  if (type === 'boolean') return typeof value === 'boolean' ? [] : [path];
  if (NUMBERS.has(type)) return typeof value === 'number' ? [] : [path];
  return typeof value === 'string' && (FORMS[type]?.test(value) ?? false) ? [] : [path];
}

function each(value: Value, path: string, judge: (item: Value) => string[]): string[] {
  return Array.isArray(value)
    ? (value as readonly Value[]).flatMap((item) => (item === null ? [] : judge(item)))
    : judge(value);
}

function isObject(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
