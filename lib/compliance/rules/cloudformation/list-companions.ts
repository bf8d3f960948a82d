import type { Assembly } from '../../template/assembly';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { deploysWith } from './companions';
import { append, perAssembly } from './per-assembly';

/**
 * As `companions`, for resources whose link is a list, e.g. the topics of a topic policy: those that surely name the
 * other resource and are there whenever it is.
 */
export function listCompanions(
  types: readonly string[],
  list: (resource: Resource) => Property,
): (resource: Resource) => readonly Resource[] {
  const index = perAssembly((assembly) => byTarget(assembly, types, list));
  return (resource) =>
    (index(resource.template.assembly).get(resource) ?? []).filter((companion) =>
      deploysWith(companion, resource),
    );
}

function byTarget(assembly: Assembly, types: readonly string[], list: (resource: Resource) => Property) {
  const found = new Map<Resource, Resource[]>();
  for (const companion of types.flatMap((type) => assembly.resourcesOf(type))) {
    const links = list(companion);
    if (links.values.length !== 1) continue;
    for (const link of links.items().filter(({ values }) => values.length === 1))
      for (const target of link.targets()) append(found, target, companion);
  }
  return found;
}
