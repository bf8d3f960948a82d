import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { textOf } from '../../template/value';

/** What leads out of a VPC by being there. */
const GATEWAYS = [
  'AWS::EC2::InternetGateway',
  'AWS::EC2::EgressOnlyInternetGateway',
  'AWS::EC2::NatGateway',
  'AWS::EC2::EIP',
] as const;
/** Properties of a route or attachment that name such a way out. */
const LINKS = ['InternetGatewayId', 'NatGatewayId', 'EgressOnlyInternetGatewayId', 'CarrierGatewayId'];

export const vpcNoInternetPath: Rule = {
  id: 'ec2-vpc-no-internet-path',
  title: 'no VPC has a way to the internet',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'A workload that cannot reach the internet cannot send PHI there, whoever controls it.',
  fix: 'remove the gateway, address or route; reach AWS through VPC endpoints',
  resourceTypes: [...GATEWAYS, 'AWS::EC2::VPCGatewayAttachment', 'AWS::EC2::Route'],
  check(resource) {
    if (GATEWAYS.some((type) => type === resource.type)) {
      return [finding('Properties', `a ${resource.type.slice('AWS::EC2::'.length)} leads to the internet`)];
    }
    return [
      ...LINKS.filter((name) => resource.property(name).isPresent).map((name) =>
        finding(`Properties.${name}`, 'leads to the internet'),
      ),
      ...gatewayRoute(resource),
    ];
  },
};

/** `GatewayId` of a route may name an internet gateway or a virtual private gateway. */
function gatewayRoute(route: Resource): readonly Observation[] {
  const gateway = route.property('GatewayId');
  return gateway.values.flatMap((value) => {
    if (value.kind === 'absent') return [];
    if (
      gateway.targets().some((target) => target.type === 'AWS::EC2::InternetGateway') ||
      textOf(value)?.startsWith('igw-')
    ) {
      return [finding(gateway.path, 'leads to an internet gateway')];
    }
    return value.kind === 'unknown'
      ? [unknown(gateway.path, 'cannot be read: it may be an internet gateway')]
      : [];
  });
}
