import type { Judgement, Observation } from '../../rule';
import type { Resource } from '../../template/resource';
import { writtenAt, type Place } from '../../template/written';
import { AGENT_SECRET_PROPERTIES } from './agent-secret-properties';
import { MORE_SECRET_PROPERTIES } from './more-secret-properties';
import { SECRET_PROPERTIES } from './secret-properties';

const PROPERTIES = { ...SECRET_PROPERTIES, ...AGENT_SECRET_PROPERTIES, ...MORE_SECRET_PROPERTIES };
const [FIRST = '', ...OTHERS] = Object.keys(PROPERTIES);

/** Types with a property that holds a secret. */
export const SECRET_TYPES: readonly [string, ...string[]] = [FIRST, ...OTHERS];

/** The secrets of a resource, each in every way in which it is written; those that are left out are not among them. */
export function secretPlaces(resource: Resource): readonly Place[] {
  const paths = Object.hasOwn(PROPERTIES, resource.type) ? PROPERTIES[resource.type] : undefined;
  return (paths ?? [])
    .flatMap((path) => writtenAt(resource, path))
    .filter(({ written }) => written.kind !== 'absent');
}

/** What is seen at each place, each thing once; not applicable where there is none. */
export function onPlaces(
  places: readonly Place[],
  observe: (place: Place) => readonly Observation[],
): Judgement {
  if (places.length === 0) return 'not-applicable';
  const seen = new Set<string>();
  return places.flatMap(observe).filter(({ property, message }) => {
    const text = `${property} ${message}`;
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
