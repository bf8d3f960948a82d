import { waysAlong, waysThrough, subnetsOf } from '../rules/ec2/internet-path';
import { vpcNoInternetPath } from '../rules/ec2/vpc-no-internet-path';
import { accepts } from '../rules/cloudformation/members';
import { append, perAssembly } from '../rules/cloudformation/per-assembly';
import type { Assembly } from '../template/assembly';
import type { Resource } from '../template/resource';
import { textOf } from '../template/value';
import { ELSEWHERE, INTERNET, ON_PREMISES, OTHER_ACCOUNT } from './ids';
import { seenBy } from './seen';

/** A way by which packets leave a subnet. */
export interface Exit {
  readonly to: string;
  /** Subnet, route table, route and gateway, as far as they are in the templates. */
  readonly steps: readonly Resource[];
  /** What the route names: `InternetGateway`, `VpcPeeringConnection` … */
  readonly by: string;
  /** Where packets to these addresses go that way. */
  readonly range: string | undefined;
  /** False when a part of it cannot be read. */
  readonly isSure: boolean;
}

/** Where the other properties of a route lead: to networks that route as they like. */
const ELSEWHERE_BOUND: Readonly<Record<string, string>> = {
  VpcPeeringConnectionId: OTHER_ACCOUNT,
  TransitGatewayId: ON_PREMISES,
  LocalGatewayId: ON_PREMISES,
  CoreNetworkArn: ON_PREMISES,
  VpcEndpointId: ELSEWHERE,
  NetworkInterfaceId: ELSEWHERE,
  InstanceId: ELSEWHERE,
};
const RANGES = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'];

/** Ways out of every subnet of the assembly: those to the internet as the rule `ec2-vpc-no-internet-path` sees them. */
export const exitsOf = perAssembly((assembly): ReadonlyMap<Resource, readonly Exit[]> => {
  const exits = new Map<Resource, Exit[]>();
  for (const exit of [...toInternet(assembly), ...toNetworks(assembly), ...propagated(assembly)]) {
    const [subnet] = exit.steps;
    if (subnet?.type === 'AWS::EC2::Subnet') append(exits, subnet, exit);
  }
  return exits;
});

function toInternet(assembly: Assembly): readonly Exit[] {
  return vpcNoInternetPath.resourceTypes
    .flatMap((type) => assembly.resourcesOf(type))
    .flatMap((resource) => {
      const seen = seenBy(vpcNoInternetPath, resource);
      if (seen === 'not-applicable' || seen.length === 0) return [];
      const isSure = seen !== 'failed' && seen.some(({ verdict }) => verdict === 'finding');
      const isRoute = resource.type === 'AWS::EC2::Route';
      return (isRoute ? waysAlong(resource) : waysThrough(resource)).map((steps) =>
        exitOf(isSure ? INTERNET : ELSEWHERE, steps, isRoute ? 'gateway' : kindOf(resource), isSure),
      );
    });
}

function toNetworks(assembly: Assembly): readonly Exit[] {
  return assembly.resourcesOf('AWS::EC2::Route').flatMap((route) => {
    const named = Object.entries(ELSEWHERE_BOUND).flatMap(([property, to]) =>
      route.property(property).isPresent
        ? [{ to, by: property.replace(/(?:Id|Arn)$/u, ''), gateways: route.property(property).targets() }]
        : [],
    );
    const gateway = route.property('GatewayId');
    const isPrivate =
      gateway.targets().some(({ type }) => type === 'AWS::EC2::VPNGateway') ||
      gateway.values.some((value) => textOf(value)?.startsWith('vgw-') === true);
    const [nat] = route.property('NatGatewayId').targets();
    const isPrivateNat =
      nat && accepts(nat.property('ConnectivityType'), (type) => type === 'private') === true;
    return [
      ...named,
      ...(isPrivate ? [{ to: ON_PREMISES, by: 'VPNGateway', gateways: gateway.targets() }] : []),
      ...(nat && isPrivateNat ? [{ to: ON_PREMISES, by: 'private NatGateway', gateways: [nat] }] : []),
    ].flatMap(({ to, by, gateways }) =>
      waysAlong(route).map((way) => exitOf(to, [...way, ...gateways.slice(0, 1)], by, true)),
    );
  });
}

/** Routes that a virtual private gateway writes itself: they stand in no template. */
function propagated(assembly: Assembly): readonly Exit[] {
  return assembly.resourcesOf('AWS::EC2::VPNGatewayRoutePropagation').flatMap((propagation) =>
    propagation
      .property('RouteTableIds')
      .items()
      .flatMap((item) => item.targets())
      .flatMap((table) =>
        subnetsOf(table).map((subnet) =>
          exitOf(
            ON_PREMISES,
            [...subnet, table, propagation, ...propagation.property('VpnGatewayId').targets()],
            'propagated routes of a VPNGateway',
            true,
          ),
        ),
      ),
  );
}

function exitOf(to: string, steps: readonly Resource[], by: string, isSure: boolean): Exit {
  const route = steps.find(({ type }) => type === 'AWS::EC2::Route');
  const [range] = route ? RANGES.flatMap((name) => route.property(name).texts()) : [];
  return { to, steps, by, range, isSure };
}

function kindOf({ type }: Resource): string {
  return type.slice('AWS::EC2::'.length);
}
