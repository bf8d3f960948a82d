import type { Rule } from '../../rule';
import { groupHealthCheck } from './group-health-check';
import { groupInSubnets } from './group-in-subnets';
import { groupNotifies } from './group-notifies';
import { groupProtected } from './group-protected';
import { launchConfigHopLimit } from './launch-config-hop-limit';
import { launchConfigImdsv2 } from './launch-config-imdsv2';
import { launchConfigMonitoring } from './launch-config-monitoring';
import { launchConfigNoPublicIp } from './launch-config-no-public-ip';
import { launchConfigVolumesEncrypted } from './launch-config-volumes-encrypted';

/** In the order of their ids. */
export const autoscalingRules: readonly Rule[] = [
  groupHealthCheck,
  groupInSubnets,
  groupNotifies,
  groupProtected,
  launchConfigHopLimit,
  launchConfigImdsv2,
  launchConfigMonitoring,
  launchConfigNoPublicIp,
  launchConfigVolumesEncrypted,
];
