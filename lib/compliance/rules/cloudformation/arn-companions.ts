import type { Assembly } from '../../template/assembly';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { deploysWith } from './companions';
import { append, perAssembly } from './per-assembly';

/**
 * As `companions`, for resources that name the other one by an ARN put together from parts, whose last part is its id
 * or name: `…/stages/${Stage}`, `…:distribution/${Distribution}`.
 * @param name the property in which the other resource gets its name, when the ARN may end with that
 * @param fits whether the whole ARN may be that of the other resource
 */
export function arnCompanions(
  types: readonly string[],
  link: (resource: Resource) => Property,
  {
    name,
    fits = () => true,
  }: { readonly name?: string; readonly fits?: (arn: string, resource: Resource) => boolean } = {},
): (resource: Resource) => readonly Resource[] {
  const index = perAssembly((assembly: Assembly) => {
    const byEnd = new Map<Resource | string, Resource[]>();
    for (const companion of types.flatMap((type) => assembly.resourcesOf(type))) {
      const property = link(companion);
      if (property.values.length !== 1) continue;
      for (const target of property.targets()) append(byEnd, target, companion);
      for (const text of property.texts()) append(byEnd, text.slice(text.lastIndexOf('/') + 1), companion);
    }
    return byEnd;
  });
  return (resource) => {
    const byEnd = index(resource.template.assembly);
    const byId = (byEnd.get(`\${${resource.logicalId}}`) ?? []).filter(
      (companion) => companion.template === resource.template,
    );
    const named = name === undefined ? undefined : resource.property(name);
    const byName = named?.values.length === 1 ? named.texts() : [];
    const byText = [...byId, ...byName.flatMap((text) => byEnd.get(text) ?? [])].filter((companion) =>
      link(companion)
        .texts()
        .every((text) => fits(text, resource)),
    );
    const found = new Set([...(byEnd.get(resource) ?? []), ...byText]);
    return [...found].filter((companion) => deploysWith(companion, resource));
  };
}
