import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { volumesOf } from '../ec2/machine';

export const launchConfigVolumesEncrypted: Rule = {
  id: 'autoscaling-launch-config-volumes-encrypted',
  title: 'volumes of a launch configuration are encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)', '164.402'],
  profiles: ['hipaa'],
  why: 'A snapshot of a volume that is not encrypted can be shared with any account, and read there.',
  fix: 'set Encrypted of each volume in BlockDeviceMappings to true',
  resourceTypes: ['AWS::AutoScaling::LaunchConfiguration'],
  check(configuration) {
    return volumesOf(configuration.property('')).flatMap((volume) =>
      requireLiteral(volume.at('Encrypted'), isTrue, 'must be true'),
    );
  },
};
