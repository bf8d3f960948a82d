import { endpointPolicy } from '../../../lib/compliance/rules/ec2/endpoint-policy';
import { endpointPrivateDns } from '../../../lib/compliance/rules/ec2/endpoint-private-dns';
import { securityGroupNoOpenIngress } from '../../../lib/compliance/rules/ec2/security-group-no-open-ingress';
import { subnetNamesZone } from '../../../lib/compliance/rules/ec2/subnet-names-zone';
import { subnetNotPublic } from '../../../lib/compliance/rules/ec2/subnet-not-public';
import { vpcDefaultSecurityGroupClosed } from '../../../lib/compliance/rules/ec2/vpc-default-security-group-closed';
import { vpcFlowLogs } from '../../../lib/compliance/rules/ec2/vpc-flow-logs';
import { vpcNoInternetPath } from '../../../lib/compliance/rules/ec2/vpc-no-internet-path';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  body,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
  type RuleCases,
} from '../../support/judge-template';
import { ec2GatewayCases } from './ec2-gateway.cases';
import { ec2MachineCases } from './ec2-machine.cases';
import { ec2NetworkAclCases } from './ec2-network-acl.cases';
import { ec2StrictCases } from './ec2-strict.cases';
import { ec2SecurityGroupCases } from './ec2-security-group.cases';

const VPC = 'AWS::EC2::VPC';
const SUBNET = 'AWS::EC2::Subnet';
const ENDPOINT = 'AWS::EC2::VPCEndpoint';
const GROUP = 'AWS::EC2::SecurityGroup';
const ROUTE = 'AWS::EC2::Route';

const flowLog = (traffic: Json, vpc: Json = ref('Subject')) => ({
  Log: resource('AWS::EC2::FlowLog', { ResourceId: vpc, ResourceType: 'VPC', TrafficType: traffic }),
});
const closer = (group: Json) => ({
  Closer: resource('Custom::VpcRestrictDefaultSG', { DefaultSecurityGroupId: group }),
});
const DEFAULT_GROUP: Json = { 'Fn::GetAtt': ['Subject', 'DefaultSecurityGroup'] };

const OWN = { StringEquals: { 'aws:PrincipalAccount': { Ref: 'AWS::AccountId' } } };
const endpoint = (statement: Json, type: Json = 'Interface') =>
  subject(ENDPOINT, { VpcEndpointType: type, PolicyDocument: { Statement: statement } });
const allow = (change: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 'kms:Decrypt',
  Resource: '*',
  Condition: OWN,
  ...change,
});
const { Condition: _own, ...UNCONDITIONAL } = allow();
const STATEMENT = 'Properties.PolicyDocument.Statement.0';

const ingress = (...rules: readonly Json[]) => subject(GROUP, { SecurityGroupIngress: rules });
const https = (range: JsonObject): JsonObject => ({
  IpProtocol: 'tcp',
  FromPort: 443,
  ToPort: 443,
  ...range,
});

export const ec2Cases: readonly RuleCases[] = [
  ...ec2SecurityGroupCases,
  ...ec2NetworkAclCases,
  ...ec2MachineCases,
  ...ec2GatewayCases,
  ...ec2StrictCases,
  casesOf(vpcNoInternetPath, {
    'a route to a peer is compliant': subject(ROUTE, { VpcPeeringConnectionId: 'pcx-1' }),
    'a route to a private gateway is compliant': subject(
      ROUTE,
      { GatewayId: ref('Gateway') },
      { Gateway: resource('AWS::EC2::VPNGateway') },
    ),
    'a route to a gateway that is found itself is compliant': subject(
      ROUTE,
      { GatewayId: ref('Gateway') },
      { Gateway: resource('AWS::EC2::InternetGateway') },
    ),
    'an attachment of a private gateway is compliant': subject('AWS::EC2::VPCGatewayAttachment', {
      VpnGatewayId: 'vgw-1',
    }),
    'a private NAT gateway is compliant': subject('AWS::EC2::NatGateway', { ConnectivityType: 'private' }),
    'an internet gateway is a finding': seen(subject('AWS::EC2::InternetGateway'), 'Properties'),
    'a NAT gateway is a finding': subject('AWS::EC2::NatGateway'),
    'a NAT gateway of either kind is a finding': subject('AWS::EC2::NatGateway', {
      ConnectivityType: either('private', 'public'),
    }),
    'an egress-only gateway is a finding': subject('AWS::EC2::EgressOnlyInternetGateway'),
    'an attachment of a gateway elsewhere is a finding': seen(
      subject('AWS::EC2::VPCGatewayAttachment', { InternetGatewayId: 'igw-1' }),
      'Properties.InternetGatewayId',
    ),
    'a route to an internet gateway elsewhere is a finding': seen(
      subject(ROUTE, { GatewayId: 'igw-0a1' }),
      'Properties.GatewayId',
    ),
    'a route to a NAT gateway elsewhere is a finding': subject(ROUTE, { NatGatewayId: OPEN }),
    'a route left to a parameter is unknown': subject(ROUTE, { GatewayId: OPEN }),
  }),
  casesOf(subnetNotPublic, {
    'no public addresses is compliant': subject(SUBNET, { MapPublicIpOnLaunch: false }),
    'no word of addresses is compliant': subject(SUBNET),
    'public addresses is a finding': seen(
      subject(SUBNET, { MapPublicIpOnLaunch: true }),
      'Properties.MapPublicIpOnLaunch',
    ),
    'public IPv6 addresses is a finding': subject(SUBNET, { AssignIpv6AddressOnCreation: 'True' }),
    'addresses left to a parameter is unknown': subject(SUBNET, { MapPublicIpOnLaunch: OPEN }),
  }),
  casesOf(subnetNamesZone, {
    'a named zone is compliant': subject(SUBNET, { AvailabilityZone: 'us-east-1a' }),
    'a zone that is looked up is compliant': subject(SUBNET, {
      AvailabilityZone: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] },
    }),
    'a placeholder is a finding': seen(
      subject(SUBNET, { AvailabilityZone: 'dummy1a' }),
      'Properties.AvailabilityZone',
    ),
  }),
  casesOf(vpcFlowLogs, {
    'a log of all traffic is compliant': subject(VPC, {}, flowLog('ALL')),
    'a log in another stack is compliant': {
      stacks: [
        body(
          { Subject: resource(VPC) },
          { Outputs: { Vpc: { Value: ref('Subject'), Export: { Name: 'vpc' } } } },
        ),
        body(flowLog('ALL', { 'Fn::ImportValue': 'vpc' })),
      ],
    },
    'no log is a finding': seen(subject(VPC), 'Properties'),
    'a log of refused traffic is a finding': subject(VPC, {}, flowLog('REJECT')),
    'a log of another VPC is a finding': subject(
      VPC,
      {},
      {
        ...flowLog('ALL', ref('Other')),
        Other: resource(VPC),
      },
    ),
    'a log that may not be there is a finding': subject(
      VPC,
      {},
      { Log: { ...flowLog('ALL').Log, Condition: 'Maybe' } },
    ),
    'traffic left to a parameter is unknown': subject(VPC, {}, flowLog(OPEN)),
  }),
  casesOf(vpcDefaultSecurityGroupClosed, {
    'a group that is emptied is compliant': subject(VPC, {}, closer(DEFAULT_GROUP)),
    'a group that nothing empties is a finding': seen(subject(VPC), 'Properties'),
    'a group of another VPC is a finding': subject(
      VPC,
      {},
      {
        ...closer({ 'Fn::GetAtt': ['Other', 'DefaultSecurityGroup'] }),
        Other: resource(VPC),
      },
    ),
    'a group elsewhere is a finding': subject(VPC, {}, closer('sg-0a1b2c3d')),
    'a group that may be emptied is a finding': subject(VPC, {}, closer(either(DEFAULT_GROUP, 'sg-1'))),
  }),
  casesOf(endpointPolicy, {
    'actions for principals of the account is compliant': endpoint([allow()]),
    'actions for principals of the organisation is compliant': endpoint(
      allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
      'Gateway',
    ),
    'actions for one role is compliant': endpoint({
      ...UNCONDITIONAL,
      Principal: { AWS: 'arn:aws:iam::111122223333:role/r' },
    }),
    'layers of container images is compliant': endpoint({
      ...UNCONDITIONAL,
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*',
    }),
    'no policy is a finding': seen(subject(ENDPOINT), 'Properties.PolicyDocument'),
    'a policy in one branch is a finding': subject(ENDPOINT, {
      PolicyDocument: either({ Statement: [allow()] }, NOTHING),
    }),
    'everything for everybody is a finding': seen(
      endpoint([{ ...UNCONDITIONAL, Action: '*' }]),
      `${STATEMENT}.Action`,
      STATEMENT,
    ),
    'a whole service is a finding': seen(endpoint([allow({ Action: ['kms:*'] })]), `${STATEMENT}.Action`),
    'all but a few actions is a finding': endpoint({
      Effect: 'Allow',
      Principal: '*',
      NotAction: 'kms:Decrypt',
      Condition: OWN,
    }),
    'everybody is a finding': seen(endpoint([UNCONDITIONAL]), STATEMENT),
    'everybody in the VPC is a finding': endpoint(
      allow({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
    ),
    'everybody in any bucket is a finding': endpoint({ ...UNCONDITIONAL, Resource: 'arn:aws:s3:::*' }),
    'a policy left to a parameter is unknown': subject(ENDPOINT, { PolicyDocument: OPEN }),
    'an endpoint for a load balancer is not applicable': subject(ENDPOINT, {
      VpcEndpointType: 'GatewayLoadBalancer',
    }),
  }),
  casesOf(endpointPrivateDns, {
    'a private name is compliant': subject(ENDPOINT, {
      VpcEndpointType: 'Interface',
      PrivateDnsEnabled: true,
    }),
    'no private name is a finding': seen(
      subject(ENDPOINT, { VpcEndpointType: 'Interface' }),
      'Properties.PrivateDnsEnabled',
    ),
    'a private name switched off is a finding': subject(ENDPOINT, {
      VpcEndpointType: 'Interface',
      PrivateDnsEnabled: false,
    }),
    'a name left to a parameter is unknown': subject(ENDPOINT, {
      VpcEndpointType: 'Interface',
      PrivateDnsEnabled: OPEN,
    }),
    'a gateway is not applicable': subject(ENDPOINT, { VpcEndpointType: 'Gateway' }),
    'an endpoint without a type is not applicable': subject(ENDPOINT),
    'a service of somebody else is not applicable': subject(ENDPOINT, {
      VpcEndpointType: 'Interface',
      ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0a1',
    }),
  }),
  casesOf(securityGroupNoOpenIngress, {
    'no ingress is compliant': subject(GROUP),
    'ingress from a group is compliant': ingress(https({ SourceSecurityGroupId: ref('Subject') })),
    'ingress from the own network is compliant': ingress(https({ CidrIp: '10.0.0.0/8' })),
    'ingress from the range of a VPC is compliant': subject(
      GROUP,
      { SecurityGroupIngress: https({ CidrIp: { 'Fn::GetAtt': ['Network', 'CidrBlock'] } }) },
      { Network: resource(VPC) },
    ),
    'ingress from everywhere is a finding': seen(
      ingress(https({ CidrIp: '10.0.0.0/8' }), https({ CidrIp: '0.0.0.0/0' }), https({ CidrIpv6: '::/0' })),
      'Properties.SecurityGroupIngress.1.CidrIp',
      'Properties.SecurityGroupIngress.2.CidrIpv6',
    ),
    'ingress from everywhere, long form, is a finding': ingress(https({ CidrIpv6: '0:0:0:0:0:0:0:0/00' })),
    'ingress from everywhere by default of a parameter is a finding': ingress(https({ CidrIp: ref('Wide') })),
    'ingress from everywhere in one branch is a finding': ingress(
      either(https({ CidrIp: '0.0.0.0/0' }), NOTHING),
    ),
    'a rule of its own from everywhere is a finding': seen(
      subject('AWS::EC2::SecurityGroupIngress', https({ CidrIp: '0.0.0.0/0' })),
      'Properties.CidrIp',
    ),
    'a range left to a parameter is unknown': ingress(https({ CidrIp: OPEN })),
    'rules left to a parameter is unknown': subject(GROUP, { SecurityGroupIngress: OPEN }),
  }),
];
