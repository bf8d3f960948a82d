import type { Observation } from '../../rule';
import type { Property, TextList } from '../../template/property';
import type { Resource } from '../../template/resource';
import { onContainers } from './containers';

export const CONFIGURATION = '--config-yaml';

/** True for a container that runs Envoy: told by its command, its entry point or the name of its image. */
export function isEnvoy(container: Property): boolean {
  const { texts: images } = container.at('Image').list();
  return (
    wordsOf(container).texts.some((word) => word === CONFIGURATION || /(?:^|\/)envoy$/u.test(word)) ||
    images.some((image) => /(?:^|[/-])envoy(?:[-:@]|$)/u.test(image))
  );
}

/** Entry point and command, as one list. */
export function wordsOf(container: Property): TextList {
  const [entry, command] = [container.at('EntryPoint').list(), container.at('Command').list()];
  return {
    texts: [...entry.texts, ...command.texts],
    hasGaps: entry.hasGaps || command.hasGaps,
    varies: entry.varies || command.varies,
  };
}

/** The containers of a task. */
export function containersOf(task: Resource): readonly Property[] {
  return task.property('ContainerDefinitions').items();
}

/** True when a task carries an Envoy: it is part of a mesh. */
export function hasEnvoy(task: Resource): boolean {
  return containersOf(task).some(isEnvoy);
}

/** What is seen on each Envoy of a task, or on each container beside it; not applicable without one. */
export function besideEnvoy(
  task: Resource,
  side: 'envoy' | 'others',
  observe: (container: Property) => readonly Observation[],
): readonly Observation[] | 'not-applicable' {
  if (!hasEnvoy(task)) return 'not-applicable';
  return onContainers(task, (container) =>
    isEnvoy(container) === (side === 'envoy') ? observe(container) : [],
  );
}
