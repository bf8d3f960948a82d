import { isInRange } from '../policy/ip-range';
import { isNowhere } from '../rules/ec2/nowhere';
import { isForAllProtocols } from '../rules/ec2/ports';
import { isEverywhere } from '../rules/ec2/ranges';
import { linked } from '../rules/cloudformation/companions';
import { groupsIn } from '../rules/graph/security-groups';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { textOf } from '../template/value';
import type { FlowSketch } from './flow-sketch';
import { AWS, ELSEWHERE, INTERNET, type End } from './ids';
import { UNKNOWN } from './in-transit';
import { rangesOf, vpcOf } from './zones';

export const SECURITY_GROUP = 'AWS::EC2::SecurityGroup';

/** Names of the members of a rule in each direction. */
const SIDES = {
  Ingress: { group: 'SourceSecurityGroupId', list: 'SourcePrefixListId', word: 'admits' },
  Egress: { group: 'DestinationSecurityGroupId', list: 'DestinationPrefixListId', word: 'may reach' },
} as const;
type Direction = keyof typeof SIDES;

const separate = {
  Ingress: linked(['AWS::EC2::SecurityGroupIngress'], (rule) => rule.property('GroupId')),
  Egress: linked(['AWS::EC2::SecurityGroupEgress'], (rule) => rule.property('GroupId')),
};

/** What a security group lets in and out, as flows between groups and zones. */
export function securityGroupFlows(group: Resource): readonly FlowSketch[] {
  return (['Ingress', 'Egress'] as const).flatMap((direction) => {
    const own = group.property(`SecurityGroup${direction}`);
    const rules = [...own.items(), ...separate[direction](group).map((rule) => rule.property(''))];
    // without rules of its own EC2 gives a group one that lets everything out
    if (direction === 'Egress' && rules.length === 0 && !own.isPresent)
      return [flow(group, direction, INTERNET, { protocol: 'all', ports: 'all', range: '0.0.0.0/0' })];
    return rules.flatMap((rule) => ruleFlows(group, direction, rule));
  });
}

function ruleFlows(group: Resource, direction: Direction, rule: Property): readonly FlowSketch[] {
  if (isNowhere(rule)) return [];
  const { group: groupName, list } = SIDES[direction];
  const traffic = { protocol: protocolOf(rule), ports: portsOf(rule) };
  const ranges = ['CidrIp', 'CidrIpv6'].flatMap((name) => rule.at(name).values);
  const peers: readonly (readonly [End, string?])[] = [
    ...groupsIn(rule.at(groupName)).map((peer) => [peer] as const),
    ...ranges.flatMap((value) => {
      if (value.kind === 'absent') return [];
      const range = textOf(value);
      return [range === undefined ? ([ELSEWHERE] as const) : ([zoneOfRange(range, group), range] as const)];
    }),
    ...(rule.at(list).isPresent ? [[AWS, 'a prefix list'] as const] : []),
    ...(rule.at(groupName).values.some(({ kind }) => kind === 'unknown') ? [[ELSEWHERE] as const] : []),
  ];
  return peers.map(([peer, range]) =>
    flow(group, direction, peer, { ...traffic, ...(range === undefined ? {} : { range }) }),
  );
}

function flow(
  group: Resource,
  direction: Direction,
  peer: End,
  traffic: Pick<FlowSketch, 'protocol' | 'ports' | 'range'>,
): FlowSketch {
  const [from, to] = direction === 'Ingress' ? [peer, group] : [group, peer];
  const what = `${group.logicalId} ${SIDES[direction].word} it`;
  return { kind: 'security-group', from, to, what, ...traffic, ...UNKNOWN };
}

/** Everybody, the VPC of the group, or some other network. */
function zoneOfRange(range: string, group: Resource): End {
  if (isEverywhere(range)) return INTERNET;
  const vpc = vpcOf(group);
  const isOwn = vpc && rangesOf(vpc).some((own) => isInRange(range, own) === true);
  // the range of the VPC itself, by reference
  if (vpc && (isOwn || range === `\${${vpc.logicalId}.CidrBlock}`)) return vpc;
  return ELSEWHERE;
}

function protocolOf(rule: Property): string {
  if (isForAllProtocols(rule) === true) return 'all';
  return rule.at('IpProtocol').texts().join(' or ') || 'unknown';
}

function portsOf(rule: Property): string {
  if (isForAllProtocols(rule) === true) return 'all';
  const [from, to] = ['FromPort', 'ToPort'].map((name) => rule.at(name).texts().join(' or '));
  if (from === '' || from === '-1') return 'all';
  return from === to || to === '' ? `${from}` : `${from}-${to}`;
}
