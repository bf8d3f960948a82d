import { finding, unknown, type Rule } from '../../rule';
import { openRange } from './ranges';
import { isInternetGateway } from './internet-gateway';

export const routeNoDefaultToInternet: Rule = {
  id: 'ec2-route-no-default-to-internet',
  title: 'no route sends all other traffic to an internet gateway',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'The route makes its subnets public: every machine in them with a public address can be reached.',
  fix: 'remove the route; give it to subnets of load balancers only, and reach AWS through VPC endpoints',
  resourceTypes: ['AWS::EC2::Route'],
  check(route) {
    const gateways = ['GatewayId', 'CarrierGatewayId', 'EgressOnlyInternetGatewayId'].flatMap((name) =>
      route.property(name).values.map((value) => isInternetGateway(value)),
    );
    if (gateways.every((answer) => answer === false)) return [];
    const isSure = gateways.includes(true);
    return ['DestinationCidrBlock', 'DestinationIpv6CidrBlock']
      .flatMap((name) => openRange(route.property(name)))
      .map(({ property, verdict }) =>
        isSure && verdict === 'finding'
          ? finding(property, 'sends all other traffic to the internet')
          : unknown(property, 'cannot be read in full; it may send all other traffic to the internet'),
      );
  },
};
