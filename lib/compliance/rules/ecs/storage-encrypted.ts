import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { onEach, whereThere } from '../cloudformation/where-there';

export const storageEncrypted: Rule = {
  id: 'ecs-storage-encrypted',
  title: 'volumes that services attach to tasks are encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'A snapshot of a volume that is not encrypted can be read by whoever gets hold of it.',
  fix: 'set ManagedEBSVolume.Encrypted to true',
  resourceTypes: ['AWS::ECS::Service'],
  check(service) {
    const volumes = service.property('VolumeConfigurations');
    if (!volumes.isPresent) return 'not-applicable';
    return onEach(volumes, (volume) =>
      whereThere(volume.at('ManagedEBSVolume'), (ebs) =>
        requireLiteral(ebs.at('Encrypted'), isTrue, 'must be true'),
      ),
    );
  },
};
