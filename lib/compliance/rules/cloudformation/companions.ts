import type { Assembly } from '../../template/assembly';
import { own } from '../../template/json';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { append, perAssembly } from './per-assembly';

/**
 * Finds the resources that name another one, e.g. the policies of a bucket: by reference, in whichever template they
 * are, or by the name that both write out.
 * @param types of the resources to find
 * @param link their property that names the other resource
 * @param name the property in which the other resource gets its name, when they may use that
 */
export function linked(
  types: readonly string[],
  link: (resource: Resource) => Property,
  name?: string,
): (resource: Resource) => readonly Resource[] {
  const index = perAssembly((assembly) => linksOf(assembly, types, link));
  return (resource) => {
    const { byTarget, byName } = index(resource.template.assembly);
    const names = name === undefined ? [] : resource.property(name).texts();
    const named = names.flatMap((text) => byName.get(text) ?? []);
    return [...new Set([...(byTarget.get(resource) ?? []), ...named])];
  };
}

/** As {@link linked}, without those that a condition may leave out, or link elsewhere, while the other one is there. */
export function companions(
  types: readonly string[],
  link: (resource: Resource) => Property,
  name?: string,
): (resource: Resource) => readonly Resource[] {
  const find = linked(types, link, name);
  return (resource) =>
    find(resource).filter(
      (companion) => link(companion).values.length === 1 && deploysWith(companion, resource),
    );
}

function linksOf(assembly: Assembly, types: readonly string[], link: (companion: Resource) => Property) {
  const byTarget = new Map<Resource, Resource[]>();
  const byName = new Map<string, Resource[]>();
  for (const companion of types.flatMap((type) => assembly.resourcesOf(type))) {
    const property = link(companion);
    for (const target of property.targets()) append(byTarget, target, companion);
    for (const text of property.texts()) append(byName, text, companion);
  }
  return { byTarget, byName };
}

/** False when a condition may leave the companion out while the resource is there. */
export function deploysWith(companion: Resource, resource: Resource): boolean {
  const condition = own(companion.definition, 'Condition');
  if (condition === undefined) return true;
  return companion.template === resource.template && condition === own(resource.definition, 'Condition');
}
