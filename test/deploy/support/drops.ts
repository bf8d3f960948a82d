import drops from '../emulator-drops.json';
import type { ReadBack } from './read-back';

/** A property that no API of the emulator tells, reviewed. */
export interface Drop {
  readonly type: string;
  readonly property: string;
  readonly reason: string;
}

export const DROPS: readonly Drop[] = drops;

const keyOf = (type: string, property: string): string => `${type} ${property}`;
const LISTED = new Set(DROPS.map(({ type, property }) => keyOf(type, property)));

/** What was asked for, is not there, and nobody has reviewed; one line each. */
export function lost(results: readonly ReadBack[]): readonly string[] {
  return results.flatMap(({ resource, state, differences }) => [
    ...(state === 'recorded' ? [`${resource.type} ${resource.logicalId}: its service does not know it`] : []),
    ...differences
      .filter(({ property }) => !LISTED.has(keyOf(resource.type, property)))
      .map(
        ({ property, expected, observed }) =>
          `${resource.type} ${resource.logicalId} ${property}: asked for ${JSON.stringify(expected)}, is ${JSON.stringify(observed)}`,
      ),
  ]);
}

/** Entries of the list that nothing deployed needs: the emulator has learned, or the template has changed. */
export function stale(results: readonly ReadBack[]): readonly string[] {
  const needed = new Set(
    results.flatMap(({ resource, differences }) =>
      differences.map(({ property }) => keyOf(resource.type, property)),
    ),
  );
  return [...LISTED].filter((key) => !needed.has(key));
}
