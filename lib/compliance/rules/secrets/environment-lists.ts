import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { memberWritten, type Place } from '../../template/written';
import { ENVIRONMENTS } from './environment-types';

/** A variable and the ways in which its value is written. */
export interface Variable {
  readonly name: string;
  readonly places: readonly Place[];
}

/** The environment variables of a resource that have a name that is wanted. */
export function variablesOf(resource: Resource, isWanted: (name: string) => boolean): readonly Variable[] {
  const paths = Object.hasOwn(ENVIRONMENTS, resource.type) ? ENVIRONMENTS[resource.type] : undefined;
  return (paths ?? []).flatMap((path) => {
    const blocks = path
      .split('.*.')
      .reduce<readonly Property[]>(
        (found, step, index) =>
          found.flatMap((block) => (index === 0 ? [block] : block.items())).map((block) => block.at(step)),
        [resource.property('')],
      );
    return blocks.flatMap((block) => [
      ...byName(block, resource, isWanted),
      ...byEntry(block, resource, isWanted),
    ]);
  });
}

function byName(
  block: Property,
  resource: Resource,
  isWanted: (name: string) => boolean,
): readonly Variable[] {
  return block
    .keys()
    .filter(isWanted)
    .map((name) => ({ name, places: memberWritten(block, name, resource.template) }));
}

function byEntry(
  block: Property,
  resource: Resource,
  isWanted: (name: string) => boolean,
): readonly Variable[] {
  const entries = block.items().filter((entry) => entry.path !== block.path);
  return entries.flatMap((entry) =>
    [...entry.at('Name').texts(), ...entry.at('OptionName').texts()].filter(isWanted).map((name) => ({
      name,
      // variables of CodeBuild that name a secret say so by their type
      places: entry
        .at('Type')
        .texts()
        .some((type) => type !== 'PLAINTEXT')
        ? []
        : memberWritten(entry, 'Value', resource.template),
    })),
  );
}
