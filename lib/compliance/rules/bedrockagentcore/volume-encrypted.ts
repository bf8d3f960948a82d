import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { placesOf } from '../cloudformation/places';

const EC2 = 'ComputeConfiguration.Ec2Configuration?';

export const volumeEncrypted: Rule = {
  id: 'bedrockagentcore-volume-encrypted',
  title: 'volumes of capacity providers are encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa', 'ai'],
  why: 'Agents write the files and the memory of their sessions to the disks of the machines they run on.',
  fix: 'set Encrypted to true on the root volume and on every ephemeral volume, and to false on none',
  resourceTypes: ['AWS::BedrockAgentCore::CapacityProvider'],
  check(provider) {
    const own = [
      `${EC2}.RootVolume.Encrypted`,
      `${EC2}.LaunchTemplateSource?.LaunchParameters?.EphemeralVolumes[].Ebs?.Encrypted`,
    ];
    return [
      ...placesOf(provider, ...own).flatMap((flag) => requireLiteral(flag, isTrue, 'must be true')),
      // these are encrypted when nothing is said
      ...placesOf(provider, `${EC2}.Volumes[].EbsConfiguration?.Encrypted`).flatMap((flag) =>
        allowLiteral(flag, isTrue, 'must not be false'),
      ),
    ];
  },
};
