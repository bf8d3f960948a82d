import { prefixListNotOpen } from '../../../lib/compliance/rules/ec2/prefix-list-not-open';
import { securityGroupAdminPortsClosed } from '../../../lib/compliance/rules/ec2/security-group-admin-ports-closed';
import { securityGroupCleartextPortsClosed } from '../../../lib/compliance/rules/ec2/security-group-cleartext-ports-closed';
import { securityGroupDataPortsClosed } from '../../../lib/compliance/rules/ec2/security-group-data-ports-closed';
import { securityGroupEgressExplicit } from '../../../lib/compliance/rules/ec2/security-group-egress-explicit';
import { securityGroupEgressOpen } from '../../../lib/compliance/rules/ec2/security-group-egress-open';
import { securityGroupEgressPortRange } from '../../../lib/compliance/rules/ec2/security-group-egress-port-range';
import { securityGroupEgressProtocol } from '../../../lib/compliance/rules/ec2/security-group-egress-protocol';
import { securityGroupIngressPortRange } from '../../../lib/compliance/rules/ec2/security-group-ingress-port-range';
import { securityGroupIngressProtocol } from '../../../lib/compliance/rules/ec2/security-group-ingress-protocol';
import { securityGroupNoOpenIngress } from '../../../lib/compliance/rules/ec2/security-group-no-open-ingress';
import { securityGroupRulesDescribed } from '../../../lib/compliance/rules/ec2/security-group-rules-described';
import { securityGroupSingleSource } from '../../../lib/compliance/rules/ec2/security-group-single-source';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const GROUP = 'AWS::EC2::SecurityGroup';
const INGRESS = 'AWS::EC2::SecurityGroupIngress';
const EGRESS = 'AWS::EC2::SecurityGroupEgress';

const ingress = (...rules: readonly Json[]) => subject(GROUP, { SecurityGroupIngress: rules });
const egress = (...rules: readonly Json[]) => subject(GROUP, { SecurityGroupEgress: rules });
/** A rule for one port, from a private network unless the change says otherwise. */
const tcp = (port: Json, change: JsonObject = {}): JsonObject => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  CidrIp: '10.0.0.0/8',
  ...change,
});
const WORLD = { CidrIp: '0.0.0.0/0' };
const ALL = { IpProtocol: '-1' };

/** Both sides of every limit, for the rules about ports that everybody can reach. */
const portCases = (port: number, outside: number) => ({
  'the port within the own network is compliant': ingress(tcp(port)),
  'another port for everybody is compliant': ingress(tcp(outside, WORLD)),
  'ICMP for everybody is compliant': ingress({ IpProtocol: 'icmp', FromPort: -1, ToPort: -1, ...WORLD }),
  'a group without rules is compliant': subject(GROUP),
  'the port for everybody is a finding': seen(
    ingress(tcp(outside, WORLD), tcp(port, WORLD)),
    'Properties.SecurityGroupIngress.1.CidrIp',
  ),
  'the port for everybody in IPv6 is a finding': ingress(tcp(port, { CidrIp: NOTHING, CidrIpv6: '::/0' })),
  'a range that ends at the port is a finding': ingress(tcp(port, { FromPort: port - 1, ...WORLD })),
  'a range that starts at the port is a finding': ingress(tcp(port, { ToPort: port + 1, ...WORLD })),
  'all ports for everybody is a finding': ingress(tcp(0, { ToPort: 65_535, ...WORLD })),
  'all protocols for everybody is a finding': ingress({ ...ALL, ...WORLD }),
  'all ports by -1 is a finding': ingress(tcp(-1, WORLD)),
  'the number of the protocol is a finding': ingress(tcp(port, { IpProtocol: 6, ...WORLD })),
  'the port in one branch is a finding': ingress(tcp(either(outside, port), WORLD)),
  'a rule of its own is a finding': seen(subject(INGRESS, tcp(port, WORLD)), 'Properties.CidrIp'),
  'a range left to a parameter is unknown': ingress(tcp(port, { CidrIp: OPEN })),
  'a port left to a parameter is unknown': ingress(tcp(OPEN, WORLD)),
  'a protocol left to a parameter is unknown': ingress(tcp(outside, { IpProtocol: OPEN, ...WORLD })),
  'rules left to a parameter is unknown': subject(GROUP, { SecurityGroupIngress: OPEN }),
});

export const ec2SecurityGroupCases = [
  casesOf(securityGroupAdminPortsClosed, portCases(22, 443)),
  casesOf(securityGroupCleartextPortsClosed, portCases(80, 443)),
  casesOf(securityGroupDataPortsClosed, portCases(5432, 443)),
  casesOf(securityGroupNoOpenIngress, {
    'the least private prefix is compliant': ingress(tcp(443, { CidrIp: '10.0.0.0/8' })),
    'private IPv6 is compliant': ingress(tcp(443, { CidrIp: NOTHING, CidrIpv6: 'fc00::/7' })),
    'half of the internet is a finding': ingress(tcp(443, { CidrIp: '128.0.0.0/1' })),
    'one bit more than a private network is a finding': ingress(tcp(443, { CidrIp: '10.0.0.0/7' })),
    'all of public IPv6 is a finding': ingress(tcp(443, { CidrIp: NOTHING, CidrIpv6: '2000::/3' })),
  }),
  casesOf(securityGroupIngressProtocol, {
    'TCP is compliant': ingress(tcp(443)),
    'no ingress is compliant': subject(GROUP),
    'all protocols is a finding': seen(
      ingress(tcp(443), { ...ALL, CidrIp: '10.0.0.0/8' }),
      'Properties.SecurityGroupIngress.1.IpProtocol',
    ),
    'all protocols by number is a finding': ingress({ IpProtocol: -1, CidrIp: '10.0.0.0/8' }),
    'a rule of its own is a finding': subject(INGRESS, { ...ALL, SourceSecurityGroupId: 'sg-1' }),
    'a protocol left to a parameter is unknown': ingress(tcp(443, { IpProtocol: OPEN })),
  }),
  casesOf(securityGroupIngressPortRange, {
    'one port is compliant': ingress(tcp(443)),
    'ICMP is compliant': ingress({ IpProtocol: 'icmp', FromPort: 8, ToPort: -1, CidrIp: '10.0.0.0/8' }),
    'all protocols is compliant': ingress({ ...ALL, CidrIp: '10.0.0.0/8' }),
    'two ports is a finding': seen(
      ingress(tcp(443, { ToPort: 444 })),
      'Properties.SecurityGroupIngress.0.ToPort',
    ),
    'all ports by -1 is a finding': ingress(tcp(-1)),
    'no ports is a finding': ingress({ IpProtocol: 'udp', CidrIp: '10.0.0.0/8' }),
    'a rule of its own is a finding': subject(INGRESS, tcp(443, { ToPort: 444 })),
    'a port left to a parameter is unknown': ingress(tcp(443, { ToPort: OPEN })),
  }),
  casesOf(securityGroupEgressProtocol, {
    'TCP is compliant': egress(tcp(443)),
    'all protocols to nowhere is compliant': egress({ ...ALL, CidrIp: '127.0.0.1/32' }),
    'all protocols to nowhere in IPv6 is compliant': egress({ ...ALL, CidrIpv6: '::1/128' }),
    'all protocols is a finding': seen(
      egress({ ...ALL, ...WORLD }),
      'Properties.SecurityGroupEgress.0.IpProtocol',
    ),
    'all protocols to a group is a finding': subject(EGRESS, { ...ALL, DestinationSecurityGroupId: 'sg-1' }),
    'all protocols to nowhere in one branch is a finding': egress({
      ...ALL,
      CidrIp: either('127.0.0.1/32', '10.0.0.0/8'),
    }),
    'a protocol left to a parameter is unknown': egress(tcp(443, { IpProtocol: OPEN })),
  }),
  casesOf(securityGroupEgressPortRange, {
    'one port is compliant': egress(tcp(443)),
    'all protocols is compliant': egress({ ...ALL, CidrIp: '10.0.0.0/8' }),
    'ports to nowhere is compliant': egress(tcp(252, { ToPort: 86, CidrIp: '255.255.255.255/32' })),
    'two ports is a finding': seen(
      egress(tcp(443, { ToPort: 444 })),
      'Properties.SecurityGroupEgress.0.ToPort',
    ),
    'a rule of its own is a finding': subject(EGRESS, tcp(443, { ToPort: 444 })),
    'a port left to a parameter is unknown': egress(tcp(OPEN)),
  }),
  casesOf(securityGroupEgressOpen, {
    'the own network is compliant': egress(tcp(443)),
    'a prefix list is compliant': egress(tcp(443, { CidrIp: NOTHING, DestinationPrefixListId: 'pl-1' })),
    'everywhere is a finding': seen(egress(tcp(443, WORLD)), 'Properties.SecurityGroupEgress.0.CidrIp'),
    'everywhere in IPv6 is a finding': egress(tcp(443, { CidrIp: NOTHING, CidrIpv6: '::/0' })),
    'a rule of its own is a finding': subject(EGRESS, tcp(443, WORLD)),
    'a range left to a parameter is unknown': egress(tcp(443, { CidrIp: OPEN })),
  }),
  casesOf(securityGroupEgressExplicit, {
    'a rule in the group is compliant': egress(tcp(443)),
    'a rule of its own is compliant': subject(
      GROUP,
      {},
      { Out: resource(EGRESS, { GroupId: { 'Fn::GetAtt': ['Subject', 'GroupId'] }, ...tcp(443) }) },
    ),
    'no rule is a finding': seen(subject(GROUP), 'Properties.SecurityGroupEgress'),
    'an empty list is a finding': egress(),
    'a rule of another group is a finding': subject(
      GROUP,
      {},
      { Out: resource(EGRESS, { GroupId: 'sg-1', ...tcp(443) }) },
    ),
    'rules left to a parameter is unknown': subject(GROUP, { SecurityGroupEgress: OPEN }),
  }),
  casesOf(securityGroupSingleSource, {
    'one address is compliant': ingress(tcp(443, { CidrIp: '10.1.2.3/32' })),
    'one address of IPv6 is compliant': ingress(tcp(443, { CidrIp: NOTHING, CidrIpv6: '2001:db8::1/128' })),
    'a group is compliant': ingress(tcp(443, { CidrIp: NOTHING, SourceSecurityGroupId: ref('Subject') })),
    'two addresses is a finding': seen(
      ingress(tcp(443, { CidrIp: '10.1.2.2/31' })),
      'Properties.SecurityGroupIngress.0.CidrIp',
    ),
    'two addresses of IPv6 is a finding': ingress(tcp(443, { CidrIp: NOTHING, CidrIpv6: '2001:db8::/127' })),
    'thirty-two bits of IPv6 is a finding': ingress(tcp(443, { CidrIp: NOTHING, CidrIpv6: '2001:db8::/32' })),
    'a rule of its own is a finding': subject(INGRESS, tcp(443)),
    'the range of a VPC is unknown': subject(
      GROUP,
      { SecurityGroupIngress: [tcp(443, { CidrIp: { 'Fn::GetAtt': ['Network', 'CidrBlock'] } })] },
      { Network: resource('AWS::EC2::VPC') },
    ),
    'a range left to a parameter is unknown': ingress(tcp(443, { CidrIp: OPEN })),
  }),
  casesOf(securityGroupRulesDescribed, {
    'rules with a reason is compliant': ingress(tcp(443, { Description: 'from the gateway' })),
    'a group without rules is compliant': subject(GROUP),
    'rules without a reason is a finding': seen(
      subject(GROUP, { SecurityGroupIngress: [tcp(443)], SecurityGroupEgress: tcp(443) }),
      'Properties.SecurityGroupIngress.0.Description',
      'Properties.SecurityGroupEgress.Description',
    ),
    'an empty reason is a finding': egress(tcp(443, { Description: '' })),
    'ingress of its own without a reason is a finding': subject(INGRESS, tcp(443)),
    'egress of its own without a reason is a finding': subject(EGRESS, tcp(443)),
    'egress of its own with a reason is compliant': subject(
      EGRESS,
      tcp(443, { Description: 'to the store' }),
    ),
    'a reason left to a parameter is unknown': ingress(tcp(443, { Description: OPEN })),
  }),
  casesOf(prefixListNotOpen, {
    'ranges of a partner is compliant': subject('AWS::EC2::PrefixList', {
      Entries: [{ Cidr: '198.51.100.0/24' }],
    }),
    'everybody is a finding': seen(
      subject('AWS::EC2::PrefixList', { Entries: [{ Cidr: '198.51.100.0/24' }, { Cidr: '0.0.0.0/0' }] }),
      'Properties.Entries.1.Cidr',
    ),
    'a range left to a parameter is unknown': subject('AWS::EC2::PrefixList', { Entries: [{ Cidr: OPEN }] }),
  }),
];
