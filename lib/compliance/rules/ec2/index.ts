import type { Rule } from '../../rule';
import { endpointPolicy } from './endpoint-policy';
import { endpointPrivateDns } from './endpoint-private-dns';
import { securityGroupNoOpenIngress } from './security-group-no-open-ingress';
import { subnetNamesZone } from './subnet-names-zone';
import { subnetNotPublic } from './subnet-not-public';
import { vpcDefaultSecurityGroupClosed } from './vpc-default-security-group-closed';
import { vpcFlowLogs } from './vpc-flow-logs';
import { vpcNoInternetPath } from './vpc-no-internet-path';

/** In the order of their ids. */
export const ec2Rules: readonly Rule[] = [
  endpointPolicy,
  endpointPrivateDns,
  securityGroupNoOpenIngress,
  subnetNamesZone,
  subnetNotPublic,
  vpcDefaultSecurityGroupClosed,
  vpcFlowLogs,
  vpcNoInternetPath,
];
