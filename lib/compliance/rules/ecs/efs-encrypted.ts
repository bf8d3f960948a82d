import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { onEach, whereThere } from '../cloudformation/where-there';

export const efsEncrypted: Rule = {
  id: 'ecs-efs-encrypted',
  title: 'tasks mount file systems over TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'NFS is readable by everybody on its way; ECS encrypts it only when told to.',
  fix: 'set TransitEncryption to ENABLED',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return onEach(task.property('Volumes'), (volume) =>
      ['EFSVolumeConfiguration', 'EfsVolumeConfiguration'].flatMap((name) =>
        whereThere(volume.at(name), (efs) =>
          requireLiteral(efs.at('TransitEncryption'), (value) => value === 'ENABLED', 'must be ENABLED'),
        ),
      ),
    );
  },
};
