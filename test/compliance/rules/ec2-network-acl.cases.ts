import { networkAclClosed } from '../../../lib/compliance/rules/ec2/network-acl-closed';
import { networkAclDenyAllRanges } from '../../../lib/compliance/rules/ec2/network-acl-deny-all-ranges';
import { networkAclNoDuplicates } from '../../../lib/compliance/rules/ec2/network-acl-no-duplicates';
import { networkAclNoOpenIngress } from '../../../lib/compliance/rules/ec2/network-acl-no-open-ingress';
import { networkAclNoOverlap } from '../../../lib/compliance/rules/ec2/network-acl-no-overlap';
import { networkAclPortRange } from '../../../lib/compliance/rules/ec2/network-acl-port-range';
import { networkAclProtocol } from '../../../lib/compliance/rules/ec2/network-acl-protocol';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const ENTRY = 'AWS::EC2::NetworkAclEntry';
const range = (from: Json, to: Json = from): JsonObject => ({ From: from, To: to });
const properties = (change: JsonObject = {}): JsonObject => ({
  NetworkAclId: ref('Acl'),
  RuleNumber: 100,
  Protocol: 6,
  RuleAction: 'allow',
  CidrBlock: '10.0.0.0/16',
  PortRange: range(443),
  ...change,
});
const ACL = { Acl: resource('AWS::EC2::NetworkAcl') };
const entry = (change: JsonObject = {}) => subject(ENTRY, properties(change), ACL);
/** With another entry beside it. */
const beside = (other: JsonObject, change: JsonObject = {}) =>
  subject(ENTRY, properties(change), {
    ...ACL,
    Other: resource(ENTRY, properties({ RuleNumber: 200, ...other })),
  });
const WORLD = { CidrBlock: '0.0.0.0/0' };

export const ec2NetworkAclCases = [
  casesOf(networkAclProtocol, {
    'TCP is compliant': entry(),
    'UDP is compliant': entry({ Protocol: 17 }),
    'ICMP is compliant': entry({ Protocol: 1 }),
    'ICMPv6 is compliant': entry({ Protocol: 58, Ipv6CidrBlock: OPEN, Icmp: { Type: 0, Code: 0 } }),
    'denying all is compliant': entry({ Protocol: -1, RuleAction: 'deny' }),
    'all protocols is a finding': seen(entry({ Protocol: -1 }), 'Properties.Protocol'),
    'another protocol is a finding': entry({ Protocol: 47 }),
    'ICMPv6 for IPv4 is a finding': seen(
      entry({ Protocol: 58, Icmp: { Type: 0, Code: 0 } }),
      'Properties.Ipv6CidrBlock',
    ),
    'ICMPv6 of every type is a finding': entry({ Protocol: 58, Ipv6CidrBlock: '::/0' }),
    'all protocols in one branch is a finding': entry({ Protocol: either(6, -1) }),
    'a protocol left to a parameter is unknown': entry({ Protocol: OPEN }),
  }),
  casesOf(networkAclPortRange, {
    'one port is compliant': entry(),
    'ephemeral ports is compliant': entry({ PortRange: range(1024, 65_535) }),
    'ICMP is compliant': entry({ Protocol: 1, PortRange: NOTHING }),
    'denying all ports is compliant': entry({ RuleAction: 'deny', PortRange: range(0, 65_535) }),
    'all ports is a finding': seen(entry({ PortRange: range(0, 65_535) }), 'Properties.PortRange'),
    'all ports but zero is a finding': entry({ Protocol: 17, PortRange: range(1, 65_535) }),
    'no ports is a finding': entry({ PortRange: NOTHING }),
    'no first port is a finding': seen(entry({ PortRange: { To: 443 } }), 'Properties.PortRange.From'),
    'a port left to a parameter is unknown': entry({ PortRange: range(443, OPEN) }),
  }),
  casesOf(networkAclNoOpenIngress, {
    'a port for everybody is compliant': entry(WORLD),
    'SSH within the own network is compliant': entry({ PortRange: range(22) }),
    'ICMP for everybody is compliant': entry({ ...WORLD, Protocol: 1 }),
    'all that goes out is compliant': entry({ ...WORLD, Protocol: -1, Egress: true }),
    'denying all is compliant': entry({ ...WORLD, Protocol: -1, RuleAction: 'deny' }),
    'ephemeral ports above RDP is compliant': entry({ ...WORLD, PortRange: range(3390, 65_535) }),
    'SSH for everybody is a finding': seen(entry({ ...WORLD, PortRange: range(22) }), 'Properties.CidrBlock'),
    'RDP within a range for everybody is a finding': entry({ ...WORLD, PortRange: range(1024, 65_535) }),
    'all protocols for everybody is a finding': entry({ ...WORLD, Protocol: -1, Egress: false }),
    'all protocols for everybody in IPv6 is a finding': entry({
      CidrBlock: NOTHING,
      Ipv6CidrBlock: '::/0',
      Protocol: -1,
    }),
    'a range left to a parameter is unknown': entry({ CidrBlock: OPEN, Protocol: -1 }),
    'ports left to a parameter is unknown': entry({ ...WORLD, PortRange: range(OPEN) }),
    'a protocol left to a parameter is unknown': entry({ ...WORLD, Protocol: OPEN }),
  }),
  casesOf(networkAclDenyAllRanges, {
    'denying everybody is compliant': entry({ RuleAction: 'deny', ...WORLD }),
    'denying everybody in IPv6 is compliant': entry({
      RuleAction: 'deny',
      CidrBlock: NOTHING,
      Ipv6CidrBlock: '::/0',
    }),
    'allowing a network is compliant': entry(),
    'denying a network is a finding': seen(entry({ RuleAction: 'deny' }), 'Properties.CidrBlock'),
    'denying a network of IPv6 is a finding': entry({
      RuleAction: 'deny',
      ...WORLD,
      Ipv6CidrBlock: '2001:db8::/64',
    }),
    'a range left to a parameter is unknown': entry({ RuleAction: 'deny', CidrBlock: OPEN }),
  }),
  casesOf(networkAclNoDuplicates, {
    'numbers of their own is compliant': beside({}),
    'the same number in the other direction is compliant': beside({ RuleNumber: 100, Egress: true }),
    'the same number in another ACL is compliant': beside({ RuleNumber: 100, NetworkAclId: 'acl-1' }),
    'the same number is a finding': seen(beside({ RuleNumber: 100 }), 'Properties.RuleNumber'),
    'the same number as text is a finding': beside({ RuleNumber: '100' }),
    'the same number in an ACL of a parameter is a finding': beside(
      { RuleNumber: 100, NetworkAclId: OPEN },
      { NetworkAclId: OPEN },
    ),
    'the same number in one branch is a finding': beside({ RuleNumber: either(200, 100) }),
    'a number left to a parameter is unknown': entry({ RuleNumber: OPEN }),
  }),
  casesOf(networkAclNoOverlap, {
    'other ports is compliant': beside({ PortRange: range(444, 500) }),
    'the same port of UDP is compliant': beside({ Protocol: 17 }),
    'the same port of IPv6 is compliant': beside({ CidrBlock: NOTHING, Ipv6CidrBlock: '::/0' }),
    'the same port in the other direction is compliant': beside({ Egress: true }),
    'all protocols is compliant': beside({}, { Protocol: -1, PortRange: NOTHING }),
    'the same port is a finding': seen(beside({ RuleAction: 'deny', ...WORLD }), 'Properties.PortRange'),
    'a range that touches is a finding': beside({ PortRange: range(400, 443) }),
    'a range around the port is a finding': beside({ PortRange: range(0, 65_535) }),
    'ports left to a parameter is unknown': entry({ PortRange: range(OPEN) }),
  }),
  casesOf(networkAclClosed, {
    'a network is compliant': entry(),
    'a port for everybody is a finding': seen(entry(WORLD), 'Properties.CidrBlock'),
    'a port for everybody by IPv6 is a finding': seen(
      entry({ CidrBlock: NOTHING, Ipv6CidrBlock: '::/0' }),
      'Properties.Ipv6CidrBlock',
    ),
    'a denial for everybody is compliant': entry({ ...WORLD, RuleAction: 'deny' }),
    'a way out for everybody is compliant': entry({ ...WORLD, Egress: true }),
    'a range left to a parameter is unknown': entry({ CidrBlock: OPEN }),
  }),
];
