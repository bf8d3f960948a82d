import type { Observation } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { onEach, whereThere } from '../cloudformation/where-there';

/** A container of ECS, or of a pod, where the same settings have other names. */
export interface Container {
  readonly settings: Property;
  readonly isPod: boolean;
}

/** Blocks of a job definition that hold containers: its own, and one for each range of nodes. */
function blocksOf(job: Resource): readonly Property[] {
  const ranges = job.property('NodeProperties.NodeRangeProperties').items();
  return [job.property(''), ...ranges];
}

/** What is seen on each container of a job definition, whichever platform runs it. */
export function onContainers(
  job: Resource,
  observe: (container: Container) => readonly Observation[],
): readonly Observation[] {
  const onTask = (settings: Property) => observe({ settings, isPod: false });
  return blocksOf(job).flatMap((block) => [
    ...whereThere(block.at('ContainerProperties'), onTask),
    ...whereThere(block.at('Container'), onTask),
    ...onEach(block.at('EcsProperties.TaskProperties'), (task) => onEach(task.at('Containers'), onTask)),
    ...['Containers', 'InitContainers'].flatMap((name) =>
      onEach(block.at(`EksProperties.PodProperties.${name}`), (pod) =>
        observe({ settings: pod.at('SecurityContext'), isPod: true }),
      ),
    ),
  ]);
}

/** What is seen on each task or pod of a job definition: the block that has its containers. */
export function onTasks(
  job: Resource,
  observe: (task: Property) => readonly Observation[],
): readonly Observation[] {
  return blocksOf(job).flatMap((block) => [
    ...whereThere(block.at('ContainerProperties'), observe),
    ...whereThere(block.at('Container'), observe),
    ...onEach(block.at('EcsProperties.TaskProperties'), observe),
    ...whereThere(block.at('EksProperties.PodProperties'), observe),
  ]);
}
