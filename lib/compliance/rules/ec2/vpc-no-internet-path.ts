import { finding, unknown, type Observation, type Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import type { Resource } from '../../template/resource';
import { textOf } from '../../template/value';
import { LINKS, pathAlong, pathThrough } from './internet-path';

/** What leads out of a VPC by being there. */
const GATEWAYS = [
  'AWS::EC2::InternetGateway',
  'AWS::EC2::EgressOnlyInternetGateway',
  'AWS::EC2::NatGateway',
  'AWS::EC2::CarrierGateway',
] as const;
const INTERNET_GATEWAY = /^(?:igw|eigw|cagw)-/u;

export const vpcNoInternetPath: Rule = {
  id: 'ec2-vpc-no-internet-path',
  title: 'no VPC has a way to the internet',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'A workload that cannot reach the internet cannot send PHI there, whoever controls it.',
  fix: 'remove the gateway or route; reach AWS through VPC endpoints',
  resourceTypes: [...GATEWAYS, 'AWS::EC2::VPCGatewayAttachment', 'AWS::EC2::Route'],
  check(resource) {
    if (GATEWAYS.some((type) => type === resource.type)) {
      // a private NAT gateway leads to other networks only
      if (accepts(resource.property('ConnectivityType'), (type) => type === 'private') === true) return [];
      const kind = resource.type.slice('AWS::EC2::'.length);
      return [finding('Properties', `${kind} leads to the internet${pathThrough(resource)}`)];
    }
    return [...LINKS, 'GatewayId'].flatMap((name) => foreign(resource, name));
  },
};

/**
 * A gateway of the assembly is found where it is; a route or attachment, where it names one that is not.
 * `GatewayId` of a route may also name a virtual private gateway.
 */
function foreign(resource: Resource, name: string): readonly Observation[] {
  const gateway = resource.property(name);
  return gateway.values.flatMap((value) => {
    if (value.kind === 'absent' || value.kind === 'reference') return [];
    const text = textOf(value) ?? '';
    if (name !== 'GatewayId' || INTERNET_GATEWAY.test(text))
      return [finding(gateway.path, `leads to the internet${pathAlong(resource)}`)];
    return value.kind === 'unknown'
      ? [unknown(gateway.path, 'cannot be read: it may be an internet gateway')]
      : [];
  });
}
