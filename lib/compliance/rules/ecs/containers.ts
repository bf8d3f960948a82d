import type { Observation } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { onEach } from '../cloudformation/where-there';

/** What is seen on each container of a task definition. */
export function onContainers(
  task: Resource,
  observe: (container: Property) => readonly Observation[],
): readonly Observation[] {
  return onEach(task.property('ContainerDefinitions'), observe);
}

/** True for a user that is root, and for none, which is root too. The part after a colon is the group. */
export function isRoot(user: unknown): boolean {
  if (user === undefined || user === '') return true;
  if (typeof user !== 'string' && typeof user !== 'number') return false;
  const [name] = String(user).split(':');
  return name === 'root' || name === '0';
}
