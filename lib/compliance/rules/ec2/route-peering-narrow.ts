import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { prefixOf } from './ranges';

const prefix: Parameter<number> = {
  name: 'prefixLength',
  description: 'least length of the prefix of an IPv4 range that a route sends to a peer',
  default: 24,
};
const prefixIpv6: Parameter<number> = {
  name: 'prefixLengthIpv6',
  description: 'least length of the prefix of an IPv6 range that a route sends to a peer; a subnet has 64',
  default: 64,
};

export const routePeeringNarrow: Rule = {
  id: 'ec2-route-peering-narrow',
  title: 'routes to another VPC lead to a subnet of it, not to all of it',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(a)(2)(vi)'],
  parameters: [prefix, prefixIpv6],
  why: 'Two networks that are routed as a whole are one network: what breaks into either is in both.',
  fix: 'write a route for each subnet that is needed',
  resourceTypes: ['AWS::EC2::Route'],
  check(route, _template, settings) {
    if (!route.property('VpcPeeringConnectionId').isPresent) return 'not-applicable';
    const narrow = (name: string, least: number) =>
      allowLiteral(
        route.property(name),
        (range) => typeof range === 'string' && (prefixOf(range) ?? 0) >= least,
        `must be a range of /${least} or narrower`,
      );
    return [
      ...narrow('DestinationCidrBlock', settings.of(prefix)),
      ...narrow('DestinationIpv6CidrBlock', settings.of(prefixIpv6)),
    ];
  },
};
