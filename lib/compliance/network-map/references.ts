import { resolve } from '../template/intrinsics';
import { isList, isObject, type Json } from '../template/json';
import type { Resource } from '../template/resource';
import type { Value } from '../template/value';

/** A place in a resource that names another one. */
export interface Reference {
  /** Dotted, below `Properties`. */
  readonly path: string;
  readonly target: Resource;
}

export interface References {
  readonly found: readonly Reference[];
  /** Paths of properties of networks and keys with a text, or with what only the account can say, in place of a resource. */
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
/** Properties in which a text may stand for a resource that no template makes: a network, a key. */
const IN_PLACE = /subnet|vpc|key|kms/iu;
const DEEPEST = 12;
const known = new WeakMap<Resource, References>();

/** Everything that a resource names, found once. */
export function referencesOf(resource: Resource): References {
  const before = known.get(resource);
  if (before) return before;
  const found: Reference[] = [];
  const other: string[] = [];
  const look = (values: readonly Value[], path: string, depth: number): void => {
    for (const value of values) {
      if (value.kind === 'reference') {
        const target = value.template.resource(value.logicalId);
        if (target) found.push({ path, target });
      } else if (value.kind === 'literal' && typeof value.value === 'object') {
        if (depth < DEEPEST) lookInto(value.value, path, depth + 1);
      } else if (value.kind !== 'absent') {
        other.push(path);
      }
    }
  };
  const lookInto = (parent: Json, path: string, depth: number): void => {
    for (const [name, member] of Object.entries(isList(parent) || isObject(parent) ? parent : {})) {
      if (PASSED_OVER.has(name)) continue;
      // most members are plain texts and numbers, which name nothing
      if (typeof member !== 'string' && (typeof member !== 'object' || member === null)) continue;
      const at = path === '' ? name : `${path}.${name}`;
      if (typeof member === 'object') look(resolve(member, resource.template), at, depth);
      else if (IN_PLACE.test(isList(parent) ? path : name)) other.push(at);
    }
  };
  look(resource.property('').values, '', 0);
  const references = { found, other };
  known.set(resource, references);
  return references;
}
