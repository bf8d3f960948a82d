import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { onEach, whereThere } from '../cloudformation/where-there';
import { onTasks } from './containers';

export const efsIam: Rule = {
  id: 'batch-efs-iam',
  title: 'jobs mount file systems as their role',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(d)'],
  profiles: ['strict'],
  why: 'Otherwise whoever reaches the file system over the network may read all of it.',
  fix: 'set AuthorizationConfig.Iam to ENABLED',
  resourceTypes: ['AWS::Batch::JobDefinition'],
  check(job) {
    return onTasks(job, (task) =>
      onEach(task.at('Volumes'), (volume) =>
        whereThere(volume.at('EfsVolumeConfiguration'), (efs) =>
          requireLiteral(
            efs.at('AuthorizationConfig.Iam'),
            (value) => value === 'ENABLED',
            'must be ENABLED',
          ),
        ),
      ),
    );
  },
};
