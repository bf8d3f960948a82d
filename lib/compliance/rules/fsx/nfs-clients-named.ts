import { requireLiteral } from '../../requirement';
import type { Observation, Rule } from '../../rule';
import type { Json } from '../../template/json';
import type { Property } from '../../template/property';
import { isTrue } from '../../template/value';
import { isAlways, isAlwaysSet, isNeverSet } from '../cloudformation/certainty';
import { onEach, whereThere } from '../cloudformation/where-there';

export const nfsClientsNamed: Rule = {
  id: 'fsx-nfs-clients-named',
  title: 'volumes of OpenZFS that can be written to name the machines that may mount them',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'NFS asks for no password: unless told otherwise FSx lets every machine that reaches the port read and write.',
  fix: 'set NfsExports with Clients that are addresses or networks, or ReadOnly to true',
  resourceTypes: ['AWS::FSx::FileSystem', 'AWS::FSx::Volume'],
  check(resource) {
    const zfs = resource.property('OpenZFSConfiguration');
    if (isNeverSet(zfs)) return 'not-applicable';
    return whereThere(zfs, (block) =>
      requireClients(resource.type === 'AWS::FSx::Volume' ? block : block.at('RootVolumeConfiguration')),
    );
  },
};

function requireClients(volume: Property): readonly Observation[] {
  const readOnly = volume.at('ReadOnly');
  if (isAlways(readOnly, isTrue)) return [];
  const exports = volume.at('NfsExports');
  return [
    ...(isAlwaysSet(exports)
      ? []
      : requireLiteral(readOnly, isTrue, 'must be true where NfsExports is not set')),
    ...onEach(exports, (each) =>
      onEach(each.at('ClientConfigurations'), (client) =>
        requireLiteral(client.at('Clients'), isNamed, 'must name addresses or networks'),
      ),
    ),
  ];
}

function isNamed(clients: Json): boolean {
  return typeof clients === 'string' && !clients.includes('*') && !clients.endsWith('/0');
}
