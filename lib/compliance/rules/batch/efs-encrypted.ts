import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { onEach, whereThere } from '../cloudformation/where-there';
import { onTasks } from './containers';

export const efsEncrypted: Rule = {
  id: 'batch-efs-encrypted',
  title: 'jobs mount file systems over TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'NFS is readable by everybody on its way; Batch encrypts it only when told to.',
  fix: 'set TransitEncryption to ENABLED',
  resourceTypes: ['AWS::Batch::JobDefinition'],
  check(job) {
    return onTasks(job, (task) =>
      onEach(task.at('Volumes'), (volume) =>
        whereThere(volume.at('EfsVolumeConfiguration'), (efs) =>
          requireLiteral(efs.at('TransitEncryption'), (value) => value === 'ENABLED', 'must be ENABLED'),
        ),
      ),
    );
  },
};
