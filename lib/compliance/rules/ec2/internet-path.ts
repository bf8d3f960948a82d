import type { Resource } from '../../template/resource';
import { linked } from '../cloudformation/companions';

/** Properties of a route that name a way out. */
export const LINKS = [
  'InternetGatewayId',
  'NatGatewayId',
  'EgressOnlyInternetGatewayId',
  'CarrierGatewayId',
] as const;

const ROUTE = ['AWS::EC2::Route'];
const routesTo = ['GatewayId', ...LINKS].map((link) => linked(ROUTE, (route) => route.property(link)));
const associationsOf = linked(['AWS::EC2::SubnetRouteTableAssociation'], (association) =>
  association.property('RouteTableId'),
);

/**
 * The counter-example to "no way to the internet", as the packet goes: ` by Subnet -> RouteTable -> Route -> Gateway`.
 * Empty where no route of the assembly leads to the gateway from a subnet.
 */
export function pathThrough(gateway: Resource): string {
  const [way] = [...waysThrough(gateway)].sort((one, other) => other.length - one.length);
  return way === undefined ? '' : ` by ${namesOf(way)}`;
}

/** The same for a route whose gateway is outside the assembly. */
export function pathAlong(route: Resource): string {
  const [way = []] = waysAlong(route);
  return way.length < 2 ? '' : ` by ${namesOf(way)}`;
}

/** Every way by which packets get to a gateway: subnet, route table, route and the gateway, as far as they are there. */
export function waysThrough(gateway: Resource): readonly (readonly Resource[])[] {
  return routesTo
    .flatMap((find) => find(gateway))
    .flatMap((route) => waysAlong(route).map((way) => [...way, gateway]));
}

/** Every way by which packets take a route: a subnet, its route table and the route, as far as they are in the assembly. */
export function waysAlong(route: Resource): readonly (readonly Resource[])[] {
  const ways = route
    .property('RouteTableId')
    .targets()
    .flatMap((table) => subnetsOf(table).map((subnet) => [...subnet, table, route]));
  return ways.length === 0 ? [[route]] : ways;
}

/** Lists of one subnet; one empty list when there is none. */
export function subnetsOf(table: Resource): readonly (readonly Resource[])[] {
  const subnets = associationsOf(table).flatMap((association) => association.property('SubnetId').targets());
  return subnets.length === 0 ? [[]] : subnets.map((subnet) => [subnet]);
}

function namesOf(way: readonly Resource[]): string {
  return way.map(({ logicalId }) => logicalId).join(' -> ');
}
