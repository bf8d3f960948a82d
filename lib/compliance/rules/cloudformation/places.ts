import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';

/**
 * Properties at paths below `Properties`. `Name[]` goes into every member of a list, `Name?` on only where it is there:
 * `ProductionVariants[].CoreDumpConfig?.KmsKeyId` is the key of every core dump that is switched on.
 */
export function placesOf(resource: Resource, ...paths: readonly string[]): readonly Property[] {
  return paths.flatMap((path) => {
    let places: readonly Property[] = [resource.property('')];
    for (const step of path.split('.')) places = places.flatMap((place) => stepInto(place, step));
    return places;
  });
}

/** Paths by resource type: what a rule looks at where each type has its own names for the same thing. */
export type PlacesByType = Readonly<Record<string, readonly string[]>>;

/** Types of a table, as a rule lists them. */
export function typesOf(table: PlacesByType): readonly [string, ...string[]] {
  const [first, ...others] = Object.keys(table);
  if (first === undefined) throw new Error('a table without types');
  return [first, ...others];
}

export function placesByType(resource: Resource, table: PlacesByType): readonly Property[] {
  return placesOf(resource, ...(Object.hasOwn(table, resource.type) ? (table[resource.type] ?? []) : []));
}

function stepInto(place: Property, step: string): readonly Property[] {
  if (step.endsWith('[]')) return place.member(step.slice(0, -2)).items();
  if (step.endsWith('?')) {
    return place
      .member(step.slice(0, -1))
      .alternatives()
      .filter((each) => each.isPresent);
  }
  return [place.member(step)];
}
