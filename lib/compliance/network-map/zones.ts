import { linked } from '../rules/cloudformation/companions';
import { isPublicSubnet } from '../rules/graph/subnets';
import { dnsFirewall } from '../rules/route53resolver/dns-firewall';
import { firewallAllowList } from '../rules/route53resolver/firewall-allow-list';
import type { Resource } from '../template/resource';
import { exitsOf, type Exit } from './exits';
import { AWS, ELSEWHERE, idOf, INTERNET, ON_PREMISES, OTHER_ACCOUNT } from './ids';
import type { Zone } from './network-map';
import { seenBy } from './seen';

export const SUBNET = 'AWS::EC2::Subnet';
export const VPC = 'AWS::EC2::VPC';

/** Zones that no template makes, by the words a reader sees. */
export const ZONE_NAMES: Readonly<Record<string, string>> = {
  [AWS]: 'APIs of AWS',
  [INTERNET]: 'Internet',
  [OTHER_ACCOUNT]: 'Other VPCs and accounts',
  [ON_PREMISES]: 'On premises and other networks',
  [ELSEWHERE]: 'Not in these templates',
};

const associations = linked(['AWS::EC2::SubnetRouteTableAssociation'], (each) => each.property('SubnetId'));

/** What is known of a subnet besides the ways out of it. */
export interface Ground {
  readonly vpc: Resource | undefined;
  readonly exits: readonly Exit[];
  /** True when a route table of it stands in no template. */
  readonly hasUnreadTable: boolean;
}

export function groundOf(subnet: Resource): Ground {
  const vpc = vpcOf(subnet);
  const own = associations(subnet);
  return {
    vpc,
    exits: exitsOf(subnet.template.assembly).get(subnet) ?? [],
    // the main table of a VPC that a template makes has the local route only, and no template can change it
    hasUnreadTable:
      own.length === 0
        ? vpc === undefined
        : own.some((each) => each.property('RouteTableId').targets().length === 0),
  };
}

export function vpcOf(resource: Resource): Resource | undefined {
  return resource
    .property('VpcId')
    .targets()
    .find(({ type }) => type === VPC);
}

export function subnetKind(subnet: Resource, { exits, hasUnreadTable }: Ground): Zone['subnetKind'] {
  if (isPublicSubnet(subnet)) return 'public';
  if (exits.some(({ to }) => to === INTERNET)) return 'egress';
  if (hasUnreadTable || exits.some(({ isSure }) => !isSure)) return 'unknown';
  return exits.length > 0 ? 'connected' : 'isolated';
}

/** Which names the resolver of a VPC answers, as the rules on DNS firewalls see it. */
export function namesIn(vpc: Resource): NonNullable<Zone['names']> {
  const none = seenBy(dnsFirewall, vpc);
  if (Array.isArray(none) && none.length > 0) return 'unfiltered';
  const rest = seenBy(firewallAllowList, vpc);
  if (typeof rest === 'string') return 'unknown';
  const [seen] = rest;
  return seen === undefined ? 'allow-list' : seen.verdict === 'finding' ? 'block-list' : 'unknown';
}

/** Address ranges of a VPC or subnet, those that are written out. */
export function rangesOf(resource: Resource): string[] {
  return ['CidrBlock', 'Ipv6CidrBlock']
    .flatMap((name) => resource.property(name).values)
    .flatMap((value) => (value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : []));
}

/** The zone that a VPC or subnet is. */
export function zoneOf(resource: Resource, constructPath: string | undefined): Zone {
  const place = {
    template: resource.template.path,
    logicalId: resource.logicalId,
    ...(constructPath === undefined ? {} : { constructPath }),
  };
  const id = idOf(resource);
  const ranges = rangesOf(resource);
  if (resource.type === VPC) return { id, kind: 'vpc', ...place, ranges, names: namesIn(resource) };
  const ground = groundOf(resource);
  return {
    id,
    kind: 'subnet',
    ...place,
    ...(ground.vpc ? { within: idOf(ground.vpc) } : {}),
    ranges,
    subnetKind: subnetKind(resource, ground),
  };
}
