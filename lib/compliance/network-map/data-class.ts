import { isList } from '../template/json';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { DATA_CLASS_TAGS } from '../rules/governance/data-class-tag';

/** Names of the tags of the various types. */
const TAGS = ['Tags', 'FileSystemTags', 'UserPoolTags', 'BackupVaultTags', 'HostedZoneTags'];
const WANTED: ReadonlySet<string> = new Set(DATA_CLASS_TAGS.map((name) => name.toLowerCase()));

/** What a resource holds, as its tag says; several where conditions decide. Undefined: no tag says it. */
export function dataClassOf(resource: Resource): string | undefined {
  // most resources have no such tag
  if (!/class/iu.test(resource.propertiesText)) return undefined;
  const said = new Set(TAGS.flatMap((name) => classesIn(resource.property(name))));
  return said.size === 0 ? undefined : [...said].sort().join(' or ');
}

/** Tags are a list of keys and values, or an object of them. */
function classesIn(tags: Property): readonly string[] {
  return tags.values.flatMap((value, index) => {
    const each = tags.alternatives()[index];
    if (!each) return [];
    if (value.kind === 'literal' && isList(value.value)) {
      return each
        .items()
        .filter((tag) => tag.at('Key').texts().some(isWanted))
        .flatMap((tag) => tag.at('Value').texts());
    }
    return each
      .keys()
      .filter(isWanted)
      .flatMap((key) => each.member(key).texts());
  });
}

function isWanted(key: string): boolean {
  return WANTED.has(key.toLowerCase());
}
