import type { Rule } from '../../rule';
import { blockPublicAccess } from './block-public-access';
import { blockPublicAccessExclusion } from './block-public-access-exclusion';
import { clientVpnAllTraffic } from './client-vpn-all-traffic';
import { clientVpnBanner } from './client-vpn-banner';
import { clientVpnGroups } from './client-vpn-groups';
import { clientVpnLogs } from './client-vpn-logs';
import { clientVpnMachines } from './client-vpn-machines';
import { clientVpnPeople } from './client-vpn-people';
import { clientVpnSession } from './client-vpn-session';
import { endpointPolicy } from './endpoint-policy';
import { endpointPrivateDns } from './endpoint-private-dns';
import { endpointSecurityGroups } from './endpoint-security-groups';
import { endpointServiceAcceptance } from './endpoint-service-acceptance';
import { endpointServicePrincipals } from './endpoint-service-principals';
import { instanceDetailedMonitoring } from './instance-detailed-monitoring';
import { instanceEbsOptimized } from './instance-ebs-optimized';
import { instanceImdsv2 } from './instance-imdsv2';
import { instanceInSubnet } from './instance-in-subnet';
import { instanceMetadataHopLimit } from './instance-metadata-hop-limit';
import { instanceNoKeyPair } from './instance-no-key-pair';
import { instanceNoPublicIp } from './instance-no-public-ip';
import { instanceProfile } from './instance-profile';
import { instanceProtected } from './instance-protected';
import { instanceStopProtected } from './instance-stop-protected';
import { networkAclClosed } from './network-acl-closed';
import { networkAclDenyAllRanges } from './network-acl-deny-all-ranges';
import { networkAclNoDuplicates } from './network-acl-no-duplicates';
import { networkAclNoOpenIngress } from './network-acl-no-open-ingress';
import { networkAclNoOverlap } from './network-acl-no-overlap';
import { networkAclPortRange } from './network-acl-port-range';
import { networkAclProtocol } from './network-acl-protocol';
import { prefixListNotOpen } from './prefix-list-not-open';
import { routeNoDefaultToInternet } from './route-no-default-to-internet';
import { routePeeringNarrow } from './route-peering-narrow';
import { securityGroupAdminPortsClosed } from './security-group-admin-ports-closed';
import { securityGroupCleartextPortsClosed } from './security-group-cleartext-ports-closed';
import { securityGroupDataPortsClosed } from './security-group-data-ports-closed';
import { securityGroupEgressExplicit } from './security-group-egress-explicit';
import { securityGroupEgressOpen } from './security-group-egress-open';
import { securityGroupEgressPortRange } from './security-group-egress-port-range';
import { securityGroupEgressProtocol } from './security-group-egress-protocol';
import { securityGroupIngressPortRange } from './security-group-ingress-port-range';
import { securityGroupIngressProtocol } from './security-group-ingress-protocol';
import { securityGroupNoOpenIngress } from './security-group-no-open-ingress';
import { securityGroupRulesDescribed } from './security-group-rules-described';
import { securityGroupSingleSource } from './security-group-single-source';
import { snapshotNotShared } from './snapshot-not-shared';
import { sourceCheck } from './source-check';
import { subnetNamesZone } from './subnet-names-zone';
import { subnetNotPublic } from './subnet-not-public';
import { transitGatewayNoAutoAccept } from './transit-gateway-no-auto-accept';
import { transitGatewayRouteNarrow } from './transit-gateway-route-narrow';
import { transitGatewaySegmented } from './transit-gateway-segmented';
import { verifiedAccessLogs } from './verified-access-logs';
import { volumeCustomerKey } from './volume-customer-key';
import { volumeEncrypted } from './volume-encrypted';
import { volumeRetained } from './volume-retained';
import { vpcDefaultSecurityGroupClosed } from './vpc-default-security-group-closed';
import { vpcEncryptionEnforced } from './vpc-encryption-enforced';
import { vpcFlowLogs } from './vpc-flow-logs';
import { vpcNoInternetPath } from './vpc-no-internet-path';
import { vpnTunnelCiphers } from './vpn-tunnel-ciphers';
import { vpnTunnelIkev2 } from './vpn-tunnel-ikev2';
import { vpnTunnelLogs } from './vpn-tunnel-logs';
import { vpnTunnelRouteLogs } from './vpn-tunnel-route-logs';

/** In the order of their ids. */
export const ec2Rules: readonly Rule[] = [
  blockPublicAccess,
  blockPublicAccessExclusion,
  clientVpnAllTraffic,
  clientVpnBanner,
  clientVpnGroups,
  clientVpnLogs,
  clientVpnMachines,
  clientVpnPeople,
  clientVpnSession,
  endpointPolicy,
  endpointPrivateDns,
  endpointSecurityGroups,
  endpointServiceAcceptance,
  endpointServicePrincipals,
  instanceDetailedMonitoring,
  instanceEbsOptimized,
  instanceImdsv2,
  instanceInSubnet,
  instanceMetadataHopLimit,
  instanceNoKeyPair,
  instanceNoPublicIp,
  instanceProfile,
  instanceProtected,
  instanceStopProtected,
  networkAclClosed,
  networkAclDenyAllRanges,
  networkAclNoDuplicates,
  networkAclNoOpenIngress,
  networkAclNoOverlap,
  networkAclPortRange,
  networkAclProtocol,
  prefixListNotOpen,
  routeNoDefaultToInternet,
  routePeeringNarrow,
  securityGroupAdminPortsClosed,
  securityGroupCleartextPortsClosed,
  securityGroupDataPortsClosed,
  securityGroupEgressExplicit,
  securityGroupEgressOpen,
  securityGroupEgressPortRange,
  securityGroupEgressProtocol,
  securityGroupIngressPortRange,
  securityGroupIngressProtocol,
  securityGroupNoOpenIngress,
  securityGroupRulesDescribed,
  securityGroupSingleSource,
  snapshotNotShared,
  sourceCheck,
  subnetNamesZone,
  subnetNotPublic,
  transitGatewayNoAutoAccept,
  transitGatewayRouteNarrow,
  transitGatewaySegmented,
  verifiedAccessLogs,
  volumeCustomerKey,
  volumeEncrypted,
  volumeRetained,
  vpcDefaultSecurityGroupClosed,
  vpcEncryptionEnforced,
  vpcFlowLogs,
  vpcNoInternetPath,
  vpnTunnelCiphers,
  vpnTunnelIkev2,
  vpnTunnelLogs,
  vpnTunnelRouteLogs,
];
