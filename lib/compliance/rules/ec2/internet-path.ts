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
  const [path] = routesTo
    .flatMap((find) => find(gateway))
    .map((route) => [...stepsTo(route), gateway.logicalId])
    .sort((one, other) => other.length - one.length);
  return path === undefined ? '' : ` by ${path.join(' -> ')}`;
}

/** The same for a route whose gateway is outside the assembly. */
export function pathAlong(route: Resource): string {
  const steps = stepsTo(route);
  return steps.length < 2 ? '' : ` by ${steps.join(' -> ')}`;
}

/** A subnet that takes the route, its route table and the route, as far as they are in the assembly. */
function stepsTo(route: Resource): readonly string[] {
  const [table] = route.property('RouteTableId').targets();
  if (!table) return [route.logicalId];
  const [subnet] = associationsOf(table).flatMap((association) => association.property('SubnetId').targets());
  return [...(subnet ? [subnet.logicalId] : []), table.logicalId, route.logicalId];
}
