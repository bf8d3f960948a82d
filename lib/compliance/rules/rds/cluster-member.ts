import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { isAlways, isAlwaysSet, isOneOf } from '../cloudformation/certainty';

/** Storage, backups, logs and protection of an instance in a cluster are settings of the cluster. */
export function isClusterMember(resource: Resource): boolean {
  return isAlwaysSet(resource.property('DBClusterIdentifier'));
}

export function isAurora(resource: Resource): boolean {
  return isAlways(
    resource.property('Engine'),
    (engine) => typeof engine === 'string' && engine.toLowerCase().startsWith('aurora'),
  );
}

/** True for an instance whose engine lacks the feature, whatever the conditions say. */
export function hasEngine(engine: Property, ...engines: readonly string[]): boolean {
  return isAlways(engine, isOneOf(...engines));
}
