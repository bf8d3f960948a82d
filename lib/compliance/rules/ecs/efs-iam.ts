import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { onEach, whereThere } from '../cloudformation/where-there';
import { requireSet } from '../cloudformation/set';

export const efsIam: Rule = {
  id: 'ecs-efs-iam',
  title: 'tasks mount file systems as their role, at an access point',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(d)'],
  profiles: ['strict'],
  why: 'Otherwise whoever reaches the file system over the network may read all of it.',
  fix: 'set AuthorizationConfig.IAM to ENABLED and AccessPointId; give FSx volumes their credentials',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return onEach(task.property('Volumes'), (volume) => [
      ...whereThere(volume.at('EFSVolumeConfiguration'), (efs) => [
        ...requireLiteral(
          efs.at('AuthorizationConfig.IAM'),
          (value) => value === 'ENABLED',
          'must be ENABLED',
        ),
        ...requireSet(efs.at('AuthorizationConfig.AccessPointId'), 'must name an access point'),
      ]),
      ...whereThere(volume.at('FSxWindowsFileServerVolumeConfiguration'), (fsx) =>
        requireSet(fsx.at('AuthorizationConfig.CredentialsParameter'), 'must name the credentials'),
      ),
    ]);
  },
};
