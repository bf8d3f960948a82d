import { isList, isObject, type Json } from '../template/json';
import { Property } from '../template/property';
import type { Resource } from '../template/resource';

/** A place in a resource that names another one. */
export interface Reference {
  /** Dotted, below `Properties`. */
  readonly path: string;
  readonly target: Resource;
}

export interface References {
  readonly found: readonly Reference[];
  /** Paths of properties with a text, or with something that only the account can say, in place of a resource. */
  readonly other: readonly string[];
}

/** Members that say what somebody may do, or run, and not where something is. Values of variables are never looked at. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'AssumeRolePolicyDocument',
  'Code',
  'Definition',
  'DefinitionString',
  'Environment',
  'KeyPolicy',
  'Parameters',
  'PolicyDocument',
  'SecretString',
  'Tags',
  'UserData',
]);
const DEEPEST = 12;
const known = new WeakMap<Resource, References>();

/** Everything that a resource names, found once. */
export function referencesOf(resource: Resource): References {
  const before = known.get(resource);
  if (before) return before;
  const found: Reference[] = [];
  const other: string[] = [];
  const look = (place: Property, path: string, depth: number): void => {
    for (const value of place.values) {
      if (value.kind === 'reference') {
        const target = value.template.resource(value.logicalId);
        if (target) found.push({ path, target });
      } else if (value.kind === 'literal' && typeof value.value === 'object' && depth < DEEPEST) {
        for (const [name, member] of membersOf(value.value)) {
          if (!PASSED_OVER.has(name))
            look(
              Property.of('', member, resource.template),
              path === '' ? name : `${path}.${name}`,
              depth + 1,
            );
        }
      } else if (value.kind !== 'absent') {
        other.push(path);
      }
    }
  };
  look(resource.property(''), '', 0);
  const references = { found, other };
  known.set(resource, references);
  return references;
}

function membersOf(value: Json): readonly (readonly [string, Json | undefined])[] {
  if (isList(value)) return value.map((member, index) => [String(index), member]);
  return isObject(value) ? Object.entries(value) : [];
}
