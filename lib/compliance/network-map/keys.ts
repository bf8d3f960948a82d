import { keyUsers } from '../rules/graph/key-users';
import type { Resource } from '../template/resource';
import { referencesOf } from './references';

export const KEY_TYPES: ReadonlySet<string> = new Set(['AWS::KMS::Key', 'AWS::KMS::ReplicaKey']);
/** Properties that name the key something is encrypted under, whatever each type calls it. */
const KEY_PROPERTY = /(?:kms|encryptionkey|ssekey|kmskey|masterkey|keyid$|keyarn$)/iu;
/** Names that match and are no keys of KMS. */
const OTHER_KEY = /(?:accesskey|keypair|publickey|keyname|apikey)/iu;

/** Keys that a resource names, through aliases as well. */
export interface NamedKeys {
  readonly keys: readonly Resource[];
  /** True when it names one that these templates do not make. */
  readonly otherKey: boolean;
}

const known = new WeakMap<Resource, NamedKeys>();

export function keysOf(resource: Resource): NamedKeys {
  const before = known.get(resource);
  if (before) return before;
  const named = lookUp(resource);
  known.set(resource, named);
  return named;
}

function lookUp(resource: Resource): NamedKeys {
  const { found, other } = referencesOf(resource);
  const keys = found.flatMap(({ target }) => {
    if (KEY_TYPES.has(target.type)) return [target];
    return target.type === 'AWS::KMS::Alias'
      ? target
          .property('TargetKeyId')
          .targets()
          .filter(({ type }) => KEY_TYPES.has(type))
      : [];
  });
  // `alias/aws/sqs` is a text too: a key of AWS, which nobody here controls
  const otherKey = other.some((path) => {
    const name = path.split('.').findLast((step) => !/^\d+$/u.test(step)) ?? '';
    return KEY_PROPERTY.test(name) && !OTHER_KEY.test(name) && isText(resource, path);
  });
  return { keys: [...new Set(keys)], otherKey };
}

function isText(resource: Resource, path: string): boolean {
  return resource
    .property(path)
    .values.some((value) =>
      value.kind === 'literal'
        ? typeof value.value === 'string' && value.value !== ''
        : value.kind !== 'absent',
    );
}

/** Resources that a key protects: those that the rules know, and those that name it. */
export function protectedBy(key: Resource, naming: readonly Resource[]): readonly Resource[] {
  const users = keyUsers(key.template.assembly).get(key) ?? [];
  return [...new Set([...users.map(({ resource }) => resource), ...naming])];
}
