import { blockPublicAccess } from '../../../lib/compliance/rules/ec2/block-public-access';
import { blockPublicAccessExclusion } from '../../../lib/compliance/rules/ec2/block-public-access-exclusion';
import { clientVpnBanner } from '../../../lib/compliance/rules/ec2/client-vpn-banner';
import { clientVpnGroups } from '../../../lib/compliance/rules/ec2/client-vpn-groups';
import { clientVpnLogs } from '../../../lib/compliance/rules/ec2/client-vpn-logs';
import { clientVpnMachines } from '../../../lib/compliance/rules/ec2/client-vpn-machines';
import { clientVpnPeople } from '../../../lib/compliance/rules/ec2/client-vpn-people';
import { clientVpnSession } from '../../../lib/compliance/rules/ec2/client-vpn-session';
import { endpointSecurityGroups } from '../../../lib/compliance/rules/ec2/endpoint-security-groups';
import { endpointServiceAcceptance } from '../../../lib/compliance/rules/ec2/endpoint-service-acceptance';
import { endpointServicePrincipals } from '../../../lib/compliance/rules/ec2/endpoint-service-principals';
import { routeNoDefaultToInternet } from '../../../lib/compliance/rules/ec2/route-no-default-to-internet';
import { routePeeringNarrow } from '../../../lib/compliance/rules/ec2/route-peering-narrow';
import { transitGatewayNoAutoAccept } from '../../../lib/compliance/rules/ec2/transit-gateway-no-auto-accept';
import { transitGatewaySegmented } from '../../../lib/compliance/rules/ec2/transit-gateway-segmented';
import { verifiedAccessLogs } from '../../../lib/compliance/rules/ec2/verified-access-logs';
import { vpnTunnelIkev2 } from '../../../lib/compliance/rules/ec2/vpn-tunnel-ikev2';
import { vpnTunnelLogs } from '../../../lib/compliance/rules/ec2/vpn-tunnel-logs';
import { vpnTunnelRouteLogs } from '../../../lib/compliance/rules/ec2/vpn-tunnel-route-logs';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const ROUTE = 'AWS::EC2::Route';
const SERVICE = 'AWS::EC2::VPCEndpointService';
const PERMISSIONS = 'AWS::EC2::VPCEndpointServicePermissions';
const TRANSIT = 'AWS::EC2::TransitGateway';
const TUNNELS = 'VpnTunnelOptionsSpecifications';
const CLIENT_VPN = 'AWS::EC2::ClientVpnEndpoint';
const ENDPOINT = 'AWS::EC2::VPCEndpoint';

const route = (properties: JsonObject, type = 'AWS::EC2::InternetGateway') =>
  subject(ROUTE, { GatewayId: ref('Gateway'), ...properties }, { Gateway: resource(type) });
const tunnels = (...options: readonly Json[]) => subject('AWS::EC2::VPNConnection', { [TUNNELS]: options });
const logging = (value: Json) => ({ LogOptions: { CloudwatchLogOptions: { LogEnabled: value } } });
const routes = (value: Json) => ({ LogOptions: { CloudwatchLogOptions: { BgpLogEnabled: value } } });
const CERTIFICATE = {
  Type: 'certificate-authentication',
  MutualAuthentication: { ClientRootCertificateChainArn: OPEN },
};
const versions = (...names: readonly Json[]) => ({ IKEVersions: names.map((Value) => ({ Value })) });

export const ec2GatewayCases = [
  casesOf(routeNoDefaultToInternet, {
    'a route to one network is compliant': route({ DestinationCidrBlock: '192.168.0.0/16' }),
    'a default route to a private gateway is compliant': route(
      { DestinationCidrBlock: '0.0.0.0/0' },
      'AWS::EC2::VPNGateway',
    ),
    'a default route to a transit gateway is compliant': subject(ROUTE, {
      DestinationCidrBlock: '0.0.0.0/0',
      TransitGatewayId: 'tgw-1',
    }),
    'a default route is a finding': seen(
      route({ DestinationCidrBlock: '0.0.0.0/0' }),
      'Properties.DestinationCidrBlock',
    ),
    'a default route of IPv6 is a finding': route({ DestinationIpv6CidrBlock: '::/0' }),
    'a default route to a gateway named in text is a finding': subject(ROUTE, {
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: 'igw-1',
    }),
    'a default route to a private gateway named in text is compliant': subject(ROUTE, {
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: 'vgw-1',
    }),
    'a default route to a gateway of any name is a finding': subject(ROUTE, {
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: 'gateway',
    }),
    'a default route to a gateway of a parameter is unknown': subject(ROUTE, {
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: OPEN,
    }),
    'a range left to a parameter is unknown': route({ DestinationCidrBlock: OPEN }),
  }),
  casesOf(routePeeringNarrow, {
    'a subnet of the peer is compliant': subject(ROUTE, {
      VpcPeeringConnectionId: 'pcx-1',
      DestinationCidrBlock: '10.1.2.0/24',
    }),
    'a range of one bit less is a finding': seen(
      subject(ROUTE, { VpcPeeringConnectionId: 'pcx-1', DestinationCidrBlock: '10.1.2.0/23' }),
      'Properties.DestinationCidrBlock',
    ),
    'a subnet of IPv6 is compliant': subject(ROUTE, {
      VpcPeeringConnectionId: 'pcx-1',
      DestinationIpv6CidrBlock: 'fd00:1:2:3::/64',
    }),
    'a range of IPv6 of one bit less is a finding': seen(
      subject(ROUTE, { VpcPeeringConnectionId: 'pcx-1', DestinationIpv6CidrBlock: 'fd00:1:2:2::/63' }),
      'Properties.DestinationIpv6CidrBlock',
    ),
    'a range left to a parameter is unknown': subject(ROUTE, {
      VpcPeeringConnectionId: OPEN,
      DestinationCidrBlock: OPEN,
    }),
    'another route is not applicable': subject(ROUTE, { DestinationCidrBlock: '10.0.0.0/8' }),
  }),
  casesOf(endpointServiceAcceptance, {
    'acceptance is compliant': subject(SERVICE, { AcceptanceRequired: true }),
    'no acceptance is a finding': seen(
      subject(SERVICE, { AcceptanceRequired: false }),
      'Properties.AcceptanceRequired',
    ),
    'no word of acceptance is a finding': subject(SERVICE),
    'acceptance left to a parameter is unknown': subject(SERVICE, { AcceptanceRequired: OPEN }),
  }),
  casesOf(endpointServicePrincipals, {
    'a partner is compliant': subject(PERMISSIONS, {
      AllowedPrincipals: ['arn:aws:iam::111122223333:root'],
    }),
    'nobody is compliant': subject(PERMISSIONS),
    'everybody is a finding': seen(
      subject(PERMISSIONS, { AllowedPrincipals: ['arn:aws:iam::111122223333:root', '*'] }),
      'Properties.AllowedPrincipals.1',
    ),
    'a root of any account is a finding': subject(PERMISSIONS, {
      AllowedPrincipals: ['arn:aws:iam::*:root'],
    }),
    'principals left to a parameter is unknown': subject(PERMISSIONS, { AllowedPrincipals: OPEN }),
  }),
  casesOf(endpointSecurityGroups, {
    'a group is compliant': subject(ENDPOINT, { VpcEndpointType: 'Interface', SecurityGroupIds: ['sg-1'] }),
    'no group is a finding': seen(
      subject(ENDPOINT, { VpcEndpointType: 'Interface' }),
      'Properties.SecurityGroupIds',
    ),
    'an empty list is a finding': subject(ENDPOINT, { VpcEndpointType: 'Interface', SecurityGroupIds: [] }),
    'groups left to a parameter is compliant': subject(ENDPOINT, {
      VpcEndpointType: 'Interface',
      SecurityGroupIds: OPEN,
    }),
    'no group and a type left to a parameter is a finding': subject(ENDPOINT, { VpcEndpointType: OPEN }),
    'a gateway is not applicable': subject(ENDPOINT),
  }),
  casesOf(blockPublicAccess, {
    'both directions is compliant': subject('AWS::EC2::VPCBlockPublicAccessOptions', {
      InternetGatewayBlockMode: 'block-bidirectional',
    }),
    'ingress alone is a finding': seen(
      subject('AWS::EC2::VPCBlockPublicAccessOptions', { InternetGatewayBlockMode: 'block-ingress' }),
      'Properties.InternetGatewayBlockMode',
    ),
    'a mode left to a parameter is unknown': subject('AWS::EC2::VPCBlockPublicAccessOptions', {
      InternetGatewayBlockMode: OPEN,
    }),
  }),
  casesOf(blockPublicAccessExclusion, {
    'egress is compliant': subject('AWS::EC2::VPCBlockPublicAccessExclusion', {
      InternetGatewayExclusionMode: 'allow-egress',
    }),
    'both directions is a finding': seen(
      subject('AWS::EC2::VPCBlockPublicAccessExclusion', {
        InternetGatewayExclusionMode: 'allow-bidirectional',
      }),
      'Properties.InternetGatewayExclusionMode',
    ),
    'a mode left to a parameter is unknown': subject('AWS::EC2::VPCBlockPublicAccessExclusion', {
      InternetGatewayExclusionMode: OPEN,
    }),
  }),
  casesOf(transitGatewayNoAutoAccept, {
    'no word of it is compliant': subject(TRANSIT),
    'acceptance by hand is compliant': subject(TRANSIT, { AutoAcceptSharedAttachments: 'disable' }),
    'acceptance of all is a finding': seen(
      subject(TRANSIT, { AutoAcceptSharedAttachments: 'enable' }),
      'Properties.AutoAcceptSharedAttachments',
    ),
    'acceptance left to a parameter is unknown': subject(TRANSIT, { AutoAcceptSharedAttachments: OPEN }),
  }),
  casesOf(transitGatewaySegmented, {
    'no default tables is compliant': subject(TRANSIT, {
      DefaultRouteTableAssociation: 'disable',
      DefaultRouteTablePropagation: 'disable',
    }),
    'default tables is a finding': seen(
      subject(TRANSIT),
      'Properties.DefaultRouteTableAssociation',
      'Properties.DefaultRouteTablePropagation',
    ),
    'propagation to the default table is a finding': subject(TRANSIT, {
      DefaultRouteTableAssociation: 'disable',
      DefaultRouteTablePropagation: 'enable',
    }),
    'tables left to a parameter is unknown': subject(TRANSIT, {
      DefaultRouteTableAssociation: OPEN,
      DefaultRouteTablePropagation: OPEN,
    }),
  }),
  casesOf(vpnTunnelLogs, {
    'logs of both tunnels is compliant': tunnels(logging(true), logging(true)),
    'a log of one tunnel is a finding': seen(
      tunnels(logging(true), {}),
      `Properties.${TUNNELS}.1.LogOptions.CloudwatchLogOptions.LogEnabled`,
    ),
    'no options is a finding': subject('AWS::EC2::VPNConnection'),
    'options in one branch is a finding': subject('AWS::EC2::VPNConnection', {
      [TUNNELS]: either([logging(true)], NOTHING),
    }),
    'a log left to a parameter is unknown': tunnels(logging(OPEN)),
  }),
  casesOf(vpnTunnelIkev2, {
    'version 2 of both tunnels is compliant': tunnels(versions('ikev2'), versions('ikev2')),
    'version 1 beside it is a finding': seen(
      tunnels(versions('ikev2'), versions('ikev1', 'ikev2')),
      `Properties.${TUNNELS}.1.IKEVersions.0.Value`,
    ),
    'no word of versions is a finding': tunnels({}),
    'no options is a finding': subject('AWS::EC2::VPNConnection'),
    'versions left to a parameter is unknown': tunnels({ IKEVersions: OPEN }),
  }),
  casesOf(clientVpnLogs, {
    'a log is compliant': subject(CLIENT_VPN, { ConnectionLogOptions: { Enabled: true } }),
    'no log is a finding': seen(
      subject(CLIENT_VPN, { ConnectionLogOptions: { Enabled: false } }),
      'Properties.ConnectionLogOptions.Enabled',
    ),
    'no word of a log is a finding': subject(CLIENT_VPN),
    'a log left to a parameter is unknown': subject(CLIENT_VPN, { ConnectionLogOptions: { Enabled: OPEN } }),
  }),
  casesOf(clientVpnSession, {
    'twelve hours is compliant': subject(CLIENT_VPN, { SessionTimeoutHours: 12 }),
    'more than twelve hours is a finding': seen(
      subject(CLIENT_VPN, { SessionTimeoutHours: 13 }),
      'Properties.SessionTimeoutHours',
    ),
    'a session without end is a finding': seen(
      subject(CLIENT_VPN, { SessionTimeoutHours: 8, DisconnectOnSessionTimeout: false }),
      'Properties.DisconnectOnSessionTimeout',
    ),
    'no word of it is a finding': subject(CLIENT_VPN),
    'hours left to a parameter is unknown': subject(CLIENT_VPN, { SessionTimeoutHours: OPEN }),
  }),
  casesOf(clientVpnPeople, {
    'an identity provider is compliant': subject(CLIENT_VPN, {
      AuthenticationOptions: [{ Type: 'certificate-authentication' }, { Type: 'federated-authentication' }],
    }),
    'a directory is compliant': subject(CLIENT_VPN, {
      AuthenticationOptions: [{ Type: 'directory-service-authentication' }],
    }),
    'a certificate alone is a finding': seen(
      subject(CLIENT_VPN, { AuthenticationOptions: [{ Type: 'certificate-authentication' }] }),
      'Properties.AuthenticationOptions',
    ),
    'options left to a parameter is unknown': subject(CLIENT_VPN, { AuthenticationOptions: OPEN }),
  }),
  casesOf(clientVpnGroups, {
    'a group of people is compliant': subject('AWS::EC2::ClientVpnAuthorizationRule', {
      AccessGroupId: 'nurses',
      TargetNetworkCidr: '10.0.1.0/24',
    }),
    'all people is a finding': seen(
      subject('AWS::EC2::ClientVpnAuthorizationRule', {
        AuthorizeAllGroups: true,
        TargetNetworkCidr: '10.0.1.0/24',
      }),
      'Properties.AuthorizeAllGroups',
    ),
    'all networks is a finding': subject('AWS::EC2::ClientVpnAuthorizationRule', {
      AccessGroupId: 'nurses',
      TargetNetworkCidr: '0.0.0.0/0',
    }),
    'groups left to a parameter is unknown': subject('AWS::EC2::ClientVpnAuthorizationRule', {
      AuthorizeAllGroups: OPEN,
      TargetNetworkCidr: '10.0.1.0/24',
    }),
  }),
  casesOf(verifiedAccessLogs, {
    'a log in a bucket is compliant': subject('AWS::EC2::VerifiedAccessInstance', {
      LoggingConfigurations: { S3: { Enabled: true }, CloudWatchLogs: { Enabled: false } },
    }),
    'no log is a finding': seen(
      subject('AWS::EC2::VerifiedAccessInstance'),
      'Properties.LoggingConfigurations',
    ),
    'a log switched off is a finding': subject('AWS::EC2::VerifiedAccessInstance', {
      LoggingConfigurations: { S3: { Enabled: false } },
    }),
    'a log left to a parameter is unknown': subject('AWS::EC2::VerifiedAccessInstance', {
      LoggingConfigurations: { S3: { Enabled: OPEN } },
    }),
  }),
  casesOf(clientVpnBanner, {
    'a banner is compliant': subject(CLIENT_VPN, { ClientLoginBannerOptions: { Enabled: true } }),
    'no banner is a finding': seen(
      subject(CLIENT_VPN, { ClientLoginBannerOptions: { Enabled: false } }),
      'Properties.ClientLoginBannerOptions.Enabled',
    ),
    'no word of a banner is a finding': subject(CLIENT_VPN),
    'a banner left to a parameter is unknown': subject(CLIENT_VPN, {
      ClientLoginBannerOptions: { Enabled: OPEN },
    }),
  }),
  casesOf(clientVpnMachines, {
    'a certificate beside the person is compliant': subject(CLIENT_VPN, {
      AuthenticationOptions: [{ Type: 'federated-authentication' }, CERTIFICATE],
    }),
    'the person alone is a finding': seen(
      subject(CLIENT_VPN, { AuthenticationOptions: [{ Type: 'federated-authentication' }] }),
      'Properties.AuthenticationOptions',
    ),
    'a certificate of nobody is a finding': subject(CLIENT_VPN, {
      AuthenticationOptions: [{ Type: 'certificate-authentication' }],
    }),
    'a certificate in one branch is a finding': subject(CLIENT_VPN, {
      AuthenticationOptions: [either(CERTIFICATE, NOTHING)],
    }),
    'no options is a finding': subject(CLIENT_VPN),
    'options left to a parameter is unknown': subject(CLIENT_VPN, { AuthenticationOptions: OPEN }),
    'a type left to a parameter is unknown': subject(CLIENT_VPN, {
      AuthenticationOptions: [{ ...CERTIFICATE, Type: OPEN }],
    }),
  }),
  casesOf(vpnTunnelRouteLogs, {
    'routes of both tunnels is compliant': tunnels(routes(true), routes(true)),
    'routes of one tunnel is a finding': seen(
      tunnels(routes(true), logging(true)),
      `Properties.${TUNNELS}.1.LogOptions.CloudwatchLogOptions.BgpLogEnabled`,
    ),
    'no options is a finding': subject('AWS::EC2::VPNConnection'),
    'options in one branch is a finding': subject('AWS::EC2::VPNConnection', {
      [TUNNELS]: either([routes(true)], NOTHING),
    }),
    'a log left to a parameter is unknown': tunnels(routes(OPEN)),
    'routes that the template names is not applicable': subject('AWS::EC2::VPNConnection', {
      StaticRoutesOnly: true,
    }),
  }),
];
