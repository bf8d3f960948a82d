import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { textOf } from '../../template/value';
import { linked } from '../cloudformation/companions';

const associations = linked(['AWS::EC2::SubnetRouteTableAssociation'], (each) => each.property('SubnetId'));
const routesOf = linked(['AWS::EC2::Route'], (route) => route.property('RouteTableId'));
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0']);

/**
 * True when a route table of the subnet sends traffic for everywhere to an internet gateway: a public subnet.
 * Source: VPC user guide, "Subnet types".
 */
export function isPublicSubnet(subnet: Resource): boolean {
  return associations(subnet)
    .flatMap((association) => association.property('RouteTableId').targets())
    .flatMap(routesOf)
    .some(leadsToInternet);
}

function leadsToInternet(route: Resource): boolean {
  const destinations = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'].flatMap((name) =>
    route.property(name).texts(),
  );
  return (
    destinations.some((range) => EVERYWHERE.has(range)) && isInternetGateway(route.property('GatewayId'))
  );
}

function isInternetGateway(gateway: Property): boolean {
  return (
    gateway.targets().some(({ type }) => type === 'AWS::EC2::InternetGateway') ||
    gateway.values.some((value) => value.kind === 'literal' && textOf(value)?.startsWith('igw-') === true)
  );
}
